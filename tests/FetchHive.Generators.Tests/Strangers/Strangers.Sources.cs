namespace FetchHive.Generators.Tests.Strangers;

/// <content>The longer sources.</content>
internal static partial class Strangers
{
    private const string Linked = """
        namespace Acme
        {
            [FetchHiveDeployment("d", "v")]
            internal partial interface IBrief { Task<Dto> RunAsync(Dto x, CancellationToken c = default); Task<AcceptedRun<Dto>> StartAsync([CallbackUrl] Uri url, CancellationToken c = default); }
            internal sealed class Dto { public int A { get; set; } public int B { get; init; } public Kind K { get; set; } }
            internal enum Kind { A }
        }
        """;

    public const string Polyfills = """
        namespace System.Runtime.CompilerServices
        {
            internal static class IsExternalInit { }
            internal enum UnsafeAccessorKind { Constructor, Method, StaticMethod, Field, StaticField }
            [AttributeUsage(AttributeTargets.Method)]
            internal sealed class UnsafeAccessorAttribute : Attribute { public UnsafeAccessorAttribute(UnsafeAccessorKind kind) { } public string? Name { get; set; } }
            internal sealed class RequiredMemberAttribute : Attribute { }
            internal sealed class CompilerFeatureRequiredAttribute : Attribute { public CompilerFeatureRequiredAttribute(string name) { } }
        }
        namespace System.Diagnostics.CodeAnalysis { internal sealed class AllowNullAttribute : Attribute { } }
        namespace Acme
        {
            public sealed class Answer { public string Title { get; init; } = "untitled"; public int Words { get; init; } = 5; }
            [FetchHiveDeployment("d", "v")] public partial interface IBrief { Task<Answer> RunAsync(Answer x, CancellationToken c = default); }
        }
        """;

    public const string Constants = """
        public enum Tone : sbyte { Calm = -1, Loud = 1 }
        public enum Big : ulong { Most = ulong.MaxValue }
        public sealed class Defaults
        {
            public Defaults(
                [Optional, DateTimeConstant(638000000000000000L)] DateTime date, [Optional, DateTimeConstant(5L)] DateTime? maybe,
                [Optional, DecimalConstant(2, 128, 0u, 0u, 150u)] decimal price, [Optional, DefaultParameterValue(3)] int count, decimal most = decimal.MaxValue, decimal zero = 1.00m,
                DateTime none = default, Guid id = default, TimeSpan span = default, char quote = '\'', char zeroChar = '\0', char lone = '\ud800',
                double a = double.Epsilon, double b = -0.0, double c = double.NaN, double d = double.NegativeInfinity, double e = 0.1, double f = double.MaxValue,
                float g = float.Epsilon, float h = float.PositiveInfinity, float i = 0.1f, long j = long.MinValue, ulong k = ulong.MaxValue, sbyte l = sbyte.MinValue, uint m = uint.MaxValue,
                Tone tone = Tone.Calm, Tone? maybeTone = Tone.Loud, Tone odd = (Tone)(-128), Big big = Big.Most, string text = "\u2028\"\\\r\n{0}\ud800", string? nothing = null, bool yes = true, int? maybeCount = 7, Point point = default, Point? maybePoint = default)
            {
                Date = date; Maybe = maybe; Price = price; Most = most; Zero = zero; Count = count; None = none; Id = id; Span = span; Quote = quote; ZeroChar = zeroChar; Lone = lone;
                A = a; B = b; C = c; D = d; E = e; F = f; G = g; H = h; I = i; J = j; K = k; L = l; M = m;
                Tone = tone; MaybeTone = maybeTone; Odd = odd; Big = big; Text = text; Nothing = nothing; Yes = yes; MaybeCount = maybeCount; Point = point; MaybePoint = maybePoint;
            }
            public DateTime Date { get; } public DateTime? Maybe { get; } public decimal Price { get; } public decimal Most { get; } public decimal Zero { get; } public int Count { get; }
            public DateTime None { get; } public Guid Id { get; } public TimeSpan Span { get; } public char Quote { get; } public char ZeroChar { get; } public char Lone { get; }
            public double A { get; } public double B { get; } public double C { get; } public double D { get; } public double E { get; } public double F { get; }
            public float G { get; } public float H { get; } public float I { get; } public long J { get; } public ulong K { get; } public sbyte L { get; } public uint M { get; }
            public Tone Tone { get; } public Tone? MaybeTone { get; } public Tone Odd { get; } public Big Big { get; } public string Text { get; } public string? Nothing { get; } public bool Yes { get; } public int? MaybeCount { get; }
            public Point Point { get; } public Point? MaybePoint { get; }
        }
        public struct Point { public int X { get; set; } }
        [FetchHiveDeployment("d", "v")] public partial interface IBrief { Task<Defaults> RunAsync(CancellationToken c = default); }
        """;

    private const string Keywords = """
        [FetchHiveDeployment("d", "v")]
        public partial interface IBrief
        {
            Task<@class> RunAsync(string @class, int @scoped, @record record, string required, @field field, string file, string await, string var, string dynamic, string _, string value, string global,
                string nameof, string request, string writer, string client, string Names, string Inputs, string Outputs, string Deployment, string _client, string args, string options, string when,
                string yield, string partial, string notnull, string unmanaged, string and, string or, string not, string with, string init, string alias, string get, string set, string extension,
                string allows, string @in, string __arglist2, CancellationToken async = default);
            Task<string> extension(string \u0061bc, CancellationToken t = default);
            Task<string> field(params string[] xs);
            Task @await(CancellationToken t = default);
            Task @async(CancellationToken t = default);
            Task<AcceptedRun<@class>> record([CallbackUrl] Uri @this, [User] string? @base, [Metadata] @class? @new, CancellationToken t = default);
        }
        public class @class { public string? @event { get; set; } public int field { get; init; } public string? value { get; init; } public int scoped { get; set; } [JsonInclude] public int @lock; }
        public record class @record(int @int, string @string);
        public struct @field { public int get { get; set; } public @field2? init { get; init; } }
        public enum @field2 { @default, @case, field, record }
        namespace @namespace.@global { public static partial class @static { [FetchHiveDeployment("d", "v")] public partial interface @interface { Task<@int> @is(@int @as, CancellationToken t = default); } public record @int(int A); } }
        """;

    private const string OurNames = """
        public class Inputs { public int Names { get; set; } }
        public class Names { public Inputs? Inputs { get; init; } }
        public class Outputs { public Names? X { get; set; } }
        public class Options { public int A { get; set; } }
        public class Resolver { public int A { get; init; } public Options? O { get; set; } }
        public class OfResolver { public int A { get; init; } }
        public class Task { public int A { get; set; } }
        public class String { public int A { get; set; } }
        namespace Acme.System { public class Text { public int A { get; init; } } }
        namespace Acme.FetchHive { public class CodeGeneration { public int A { get; init; } } }
        namespace Acme
        {
            public class Exception { public int A { get; set; } }
            [FetchHiveDeployment("d", "v")]
            public partial interface INames
            {
                global::System.Threading.Tasks.Task<Outputs> A(Outputs x, Inputs i, Names n, Resolver r, Exception e, CancellationToken t = default);
                global::System.Threading.Tasks.Task<Resolver> B(Acme.System.Text x, Acme.FetchHive.CodeGeneration y, CancellationToken t = default);
                global::System.Threading.Tasks.Task<OfResolver> C(OfResolver OfResolver, Task task, String text, CancellationToken t = default);
                global::System.Threading.Tasks.Task<Options?> D(Options? o, CancellationToken t = default);
                class System { }
                class Client { }
                interface INamesImplementation { }
            }
            public class INamesImplementation { }
            public static class INamesFetchHiveExtensions { }
        }
        """;

    private const string PlacesAndMembers = """
        public interface IDefaults { Task<string> Run(string x) => Task.FromResult(x); static virtual string Bar() => ""; sealed string Name => "x"; }
        [FetchHiveDeployment("d", "v")]
        public partial interface IBrief : IDefaults
        {
            Task<string> A([CallerMemberName] string? caller = null, [CallerLineNumber] int line = 0, CancellationToken t = default);
            [return: NotNull] Task<string> B([DisallowNull] string? x, [MaybeNull] string y, [NotNullIfNotNull(nameof(y))] string? z, CancellationToken t = default);
            static string Text() => "";
            Task<string> Own(string x) => A(x);
        }
        public partial struct Struct { public int A { get; set; } [FetchHiveDeployment("d", "v")] public partial interface IBrief { Task<Struct> Go(Struct x, CancellationToken t = default); } }
        public abstract partial record Record { [FetchHiveDeployment("d", "v")] private protected partial interface IBrief { Task<Hidden> Go(Hidden x, CancellationToken t = default); } private protected record Hidden(int A); }
        public ref partial struct RefStruct { [FetchHiveDeployment("d", "v")] public partial interface IBrief { Task<int> Go(int x, CancellationToken t = default); } }
        public readonly ref partial struct ReadOnlyRefStruct { [FetchHiveDeployment("d", "v")] public partial interface IBrief { Task<int> Go(int x, CancellationToken t = default); } }
        [CLSCompliant(false)] public partial interface _Outer { [FetchHiveDeployment("d", "v")] partial interface _Brief { Task<AcceptedRun<uint>> _StartAsync([CallbackUrl] Uri url, CancellationToken t = default); } }
        public enum Wide : ulong { Most = ulong.MaxValue, Least = 0 }
        [Flags] public enum Signed : long { None = 0, Sign = long.MinValue, One = 1 }
        [FetchHiveDeployment("d", "v")] public partial interface IEnums { Task<Dictionary<Wide, Signed?>> Go(Wide x, Signed y, Dictionary<Signed, Wide[]> z, [Input(AsText = true)] Signed? t, CancellationToken token = default); }
        """;

    private static string LongNames => $$"""
        namespace Acme
        {
            public partial class {{new string('O', 200)}}
            {
                public sealed record {{new string('D', 200)}}([property: JsonPropertyName("{{new string('q', 1500)}}")] int A, [property: JsonPropertyName("{{new string('q', 1500)}}2")] int B);
                [FetchHiveDeployment("d", "v")]
                public partial interface I{{new string('B', 200)}}
                {
                    Task<Dictionary<string, List<{{new string('D', 200)}}[]>>> RunAsync([Input("{{new string('z', 1500)}}")] List<Dictionary<string, List<{{new string('D', 200)}}>>> x, CancellationToken t = default);
                }
            }
            [FetchHiveDeployment("d", "v")] public partial interface I{{new string('日', 100)}}A { Task<int> RunAsync(CancellationToken t = default); }
            [FetchHiveDeployment("d", "v")] public partial interface I{{new string('日', 100)}}a { Task<int> RunAsync(CancellationToken t = default); }
        }
        """;
}
