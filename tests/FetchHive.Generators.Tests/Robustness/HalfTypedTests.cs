using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>Half-typed and malformed sources.</summary>
public class HalfTypedTests
{
    private const string Method = "Task<string> RunAsync(string topic, CancellationToken token = default);";

    public static TheoryData<string> Sources =>
    [
        // The attribute, half-typed.
        $"[FetchHiveDeployment public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment( public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", )] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", \"c\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", variant: )] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(variant: \"a\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(variant: \"a\", variant: \"b\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", Nothing = 1)] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = )] public partial interface IBrief {{ {Method} }}",

        // Arguments of wrong types.
        $"[FetchHiveDeployment(1, 2)] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(null, null)] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(typeof(string), \"b\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(new[] {{ \"a\" }}, new string[0])] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(Missing.Name, nameof(Missing))] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", Naming = (NamingRule)42)] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", Naming = \"SnakeCase\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", Naming = new[] {{ 1 }})] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = typeof(Missing))] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = typeof(int[]))] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = typeof(List<>))] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = typeof(void*))] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = typeof((int, string)))] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\", JsonContext = new[] {{ typeof(int) }})] public partial interface IBrief {{ {Method} }}",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync([Input(new[] { 1 })] string a, "
        + "[Input(AsText = \"x\")] int b, [Metadata(null)] string c, [Metadata(typeof(int))] int d, [Input(null)] int e); }",

        // The attribute in the wrong place, or more than once.
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial class Brief {{ }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial struct Brief {{ }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public enum Brief {{ A }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public delegate void Brief();",
        $"[assembly: FetchHiveDeployment(\"a\", \"b\")] [module: FetchHiveDeployment(\"a\", \"b\")]",
        $"public partial interface IBrief {{ [FetchHiveDeployment(\"a\", \"b\")] {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] [FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\"), FetchHiveDeployment(\"c\", \"d\")] public partial interface IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ {Method} }} [FetchHiveDeployment(\"a\", \"b\")] public "
        + $"partial interface IBrief {{ }}",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync([Input, Input] int a, [Metadata, "
        + "Metadata(\"k\")] int b, [User, CallbackUrl, Input, Metadata] string c); }",

        // Declared twice.
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ {Method} {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public interface IBrief {{ {Method} }} [FetchHiveDeployment(\"a\", \"b\")] public interface "
        + $"IBrief {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ {Method} }} public class IBrief {{ }} public enum IBrief "
        + $"{{ }}",
        $"namespace N {{ [FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ }} }} namespace N {{ namespace IBrief {{ "
        + $"}} }}",
        $"partial class A {{ [FetchHiveDeployment(\"a\", \"b\")] partial interface I {{ }} }} partial struct A {{ "
        + $"[FetchHiveDeployment(\"a\", \"b\")] partial interface I {{ }} }}",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync(string a, string a, CancellationToken a); }",

        // Missing names.
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial interface {{ {Method} }}",
        $"[FetchHiveDeployment(\"a\", \"b\")] public partial interface {{ {Method} }} [FetchHiveDeployment(\"a\", \"b\")] public partial "
        + $"interface {{ }}",
        $"namespace {{ [FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ {Method} }} }} [FetchHiveDeployment(\"a\", "
        + $"\"b\")] public partial interface IBrief {{ }}",
        $"namespace A. {{ [FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ {Method} }} }}",
        $"partial class {{ [FetchHiveDeployment(\"a\", \"b\")] public partial interface {{ {Method} }} }}",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<string> (string topic); Task<string> RunAsync(string "
        + ", int, ); Task< RunAsync(string a); RunAsync(); Task }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief<> { Task RunAsync(); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync(",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief",

        // Types that are missing, circular or invalid.
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<Missing> RunAsync(Missing a, [Metadata] Missing b, "
        + "[User] Missing c, [CallbackUrl] Missing d, List<Missing> e, Dictionary<Missing, Missing> f, Missing? g, Missing[] h, "
            + "(Missing, int) i); Missing SecondAsync(); Task<List<Missing>> ThirdAsync(); Task<AcceptedRun<Missing>> "
                + "FourthAsync([CallbackUrl] Uri u); Task<WorkflowRun<Missing[]>> FifthAsync(); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<Has> RunAsync(Has a, [Metadata] Has b); } public "
        + "class Has : MissingBase { public Missing A { get; set; } public List<Missing> B { get; set; } [MissingAttribute] public int C "
            + "{ get; set; } [JsonPropertyName(] public int D { get; set; } [JsonConverter] public int E { get; set; } }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief : IMissing, IRuns<Missing> { } public interface IRuns<T> { "
        + "Task<T> RunAsync(T a); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief : IBrief { Task RunAsync(); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IA : IB { Task RunAsync(); } [FetchHiveDeployment(\"a\", \"b\")] "
        + "public partial interface IB : IC { } public interface IC : IA { Task OtherAsync(); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<S> RunAsync(S s, [Metadata] S t); } public struct S "
        + "{ public S Inner { get; set; } public S Field; public S? Maybe { get; set; } }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<A> RunAsync(A a); } public class A : B { } public "
        + "class B : A { public A Self { get; set; } }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<E> RunAsync(E e); } public enum E : string { A, A = "
        + "B, B = A, C = Missing }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<R> RunAsync(R r); } public record R(string A, string "
        + "A, R R) { public R(int) { } }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { unsafe Task<int> RunAsync(int* a, delegate*<void> b, void "
        + "c, ref readonly int d, Span<int> e, dynamic f, nint g, params Span<int> h, __arglist); Task<int*> SecondAsync(); ref "
            + "Task<int> ThirdAsync(); Task<Span<int>> FourthAsync(); void FifthAsync(); var SixthAsync(); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<List<>> RunAsync(List<> a, Dictionary<,> b, Task<> "
        + "c); Task<Task<Task>> NestedAsync(Func<Task> d); Task<WorkflowRun<>> MoreAsync(); Task<AcceptedRun<AcceptedRun<int>>> "
            + "LessAsync([CallbackUrl] Uri u); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync(this string a, scoped in int b = default, "
        + "string c = 5, int d = \"x\", int e = Missing, CancellationToken f = null, [Metadata] params string[] g); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { partial Task OneAsync(); public partial Task TwoAsync(); "
        + "static partial void Three(); extern Task FourAsync(); static extern void Five(); async Task SixAsync(); abstract Task "
            + "SevenAsync() { } virtual Task EightAsync(); sealed Task NineAsync(); ~IBrief() { } IBrief() { } int field; }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief : IBase { Task IBase.RunAsync() => null; Task "
        + "IBase.MissingAsync() => null; Task IMissing.RunAsync() => null; abstract Task IBase.OtherAsync(); } public interface IBase { "
            + "Task RunAsync(); Task OtherAsync(); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief : ILeft, IRight { } public interface IBase { Task "
        + "RunAsync(); } public interface ILeft : IBase { Task IBase.RunAsync() => null; } public interface IRight : IBase { Task "
            + "IBase.RunAsync() => null; }",
        "[FetchHiveDeployment(\"a\", \"b\")] file partial interface IBrief { Task RunAsync(); } [FetchHiveDeployment(\"a\", \"b\")] "
        + "partial interface IBrief { }",

        // Infinitely nested types.
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<G<int>> RunAsync(G<int> g, [Metadata] G<int> m, "
        + "List<G<string>> l); } public class G<T> { public G<G<T>> A { get; set; } public G<T[]> B { get; set; } public "
            + "Dictionary<string, G<List<T>>> C { get; set; } public G<(T, T, T)> D { get; set; } }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<G<int>.H<int>> RunAsync(G<int>.H<int> g); } public "
        + "class G<T> { public class H<U> { public G<H<T>>.H<U> A { get; set; } } }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<C> RunAsync(C c); } public class C : List<C> { "
        + "public C Next { get; set; } } public class D : Dictionary<string, D> { }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task<C> RunAsync(C c); } public class C : IEnumerable<C> "
        + "{ } public interface IEndless<T> : IEnumerable<IEndless<IEndless<T>>> { }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief : IEndless<int> { } public interface IEndless<T> : "
        + "IEndless<IEndless<T>> { Task<T> RunAsync(T t); }",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Neither_the_generator_nor_an_analyzer_nor_a_fix_throws(string source)
    {
        string whole = RuleCases.Usings + source;

        await new Survivor(new FuzzSource("empty", "", [])).TryAsync(new Mutation("as it is", whole));
        await Rules.Findings.OfAsync(GeneratorRun.Of<FetchHiveGenerator>(whole).Output);
    }
}
