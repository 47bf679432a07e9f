using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Surface;

/// <content>Where an interface is declared, what it inherits from, and names.</content>
internal static partial class Declarations
{
    private static Dictionary<string, string> Places => new()
    {
        ["global namespace"] = """
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { Task<Answer> RunAsync(Answer topic, CancellationToken token = default); }
            public sealed record Answer(string Text);
            """,
        ["nested block namespaces"] = """
            namespace Acme.Deep { namespace Deeper { namespace FetchHive {
                [FetchHiveDeployment("brief", "production")]
                internal partial interface IBrief { Task<Answer> RunAsync(Answer topic, CancellationToken token = default); }
                internal sealed record Answer(string Text);
            } } }
            """,
        ["namespaces and types of the names that generated code uses"] = """
            namespace Acme { namespace FetchHive { class System { } class Threading { } } namespace System { class Task { } class Text { } } class Task { } class String { } class Utf8JsonWriter { }
                [global::FetchHive.FetchHiveDeployment("brief", "production")]
                public partial interface IBrief { global::System.Threading.Tasks.Task<Answer> RunAsync(string topic, int? words, global::System.Threading.CancellationToken token = default); }
                public sealed record Answer(string Text);
            }
            """,
        ["nested in every kind of type"] = """
            namespace Acme;
            public static partial class C { internal abstract partial record R(int X) { public readonly partial struct S { public partial class RS { public partial interface I { sealed partial class Last {
                [FetchHiveDeployment("brief", "production")]
                internal partial interface IBrief { Task<Answer> RunAsync(Answer topic, CancellationToken token = default); Task<AcceptedRun<Answer>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
                internal sealed record Answer(string Text);
            } } } } } }
            """,
        ["nested in a ref struct"] = """
            public ref partial struct Outer
            {
                [FetchHiveDeployment("brief", "production")]
                public partial interface IBrief { Task<string> RunAsync(string topic, CancellationToken token = default); }
            }
            """,
        ["private, with private types"] = """
            namespace Acme;
            public partial class Outer
            {
                [FetchHiveDeployment("brief", "production")]
                private partial interface IBrief
                {
                    Task<Answer> RunAsync(Answer topic, [Metadata] Caller caller, CancellationToken token = default);
                    Task<AcceptedRun<Answer>> StartAsync(Tone tone, [CallbackUrl] Uri url, CancellationToken token = default);
                }
                private sealed record Answer(string Text, Tone Tone);
                private readonly record struct Caller(string Plan);
                private enum Tone { Warm, Dry }
                private static IBrief Brief(FetchHiveClient client) { _ = IBrief.StartCallback; return IBrief.Create(client); }
            }
            """,
        ["protected, with protected types"] = """
            namespace Acme;
            public partial class Outer
            {
                [FetchHiveDeployment("brief", "production")]
                protected partial interface IBrief { Task<AcceptedRun<Answer>> StartAsync(Answer answer, [CallbackUrl] Uri url, CancellationToken token = default); }
                protected sealed record Answer(string Text);
                [FetchHiveDeployment("brief", "production")]
                private protected partial interface IOther { Task<AcceptedRun<Other>> StartAsync(Other other, [CallbackUrl] Uri url, CancellationToken token = default); }
                private protected sealed record Other(string Text);
            }
            """,
        ["types nested in the interface"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<Answer> RunAsync(Question question, CancellationToken token = default);
                public sealed record Answer(string Text);
                sealed record Question(string Text, Tone Tone);
                enum Tone { Warm, Dry }
            }
            """,
        ["several parts in one file"] = """
            namespace Acme;
            public partial interface IBrief { Task<string> OneAsync(CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { Task<string> TwoAsync(CancellationToken token = default); }
            partial interface IBrief : IDisposable { void IDisposable.Dispose() { } }
            """,
        ["one name in several namespaces"] = """
            namespace Acme { [FetchHiveDeployment("a", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            namespace Acme.Sub { [FetchHiveDeployment("b", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            namespace Other { [FetchHiveDeployment("c", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            [FetchHiveDeployment("d", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); }
            """,
        ["one name in several types of a namespace"] = """
            namespace Acme;
            public static partial class One { [FetchHiveDeployment("a", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            public static partial class Two { [FetchHiveDeployment("b", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); } }
            [FetchHiveDeployment("c", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment("d", "p")] public partial interface One_IBrief { Task<string> RunAsync(CancellationToken token = default); }
            """,
    };

    private static Dictionary<string, string> Bases => new()
    {
        ["plain bases"] = """
            namespace Acme;
            public interface IOne { Task<string> OneAsync(string topic, CancellationToken token = default); }
            public interface ITwo : IOne { Task<string> TwoAsync(string topic, CancellationToken token = default); Task<string> OneAsync(int topic, CancellationToken token = default); }
            public interface IThree : IOne { Task<string> OneAsync(string topic, CancellationToken token = default) => null!; }
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : ITwo, IOne { Task<string> RunAsync(CancellationToken token = default); }
            """,
        ["generic base at two types"] = """
            namespace Acme;
            public interface IRuns<TIn, TOut> where TIn : notnull { Task<TOut> RunAsync(TIn input, CancellationToken token = default); Task<AcceptedRun<TOut>> StartAsync(TIn input, [CallbackUrl] Uri url, CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : IRuns<string, int>, IRuns<int, List<Answer>> { }
            public sealed record Answer(string Text);
            """,
        ["annotated base"] = """
            namespace Acme;
            [FetchHiveDeployment("base", "b")] public partial interface IBase { Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : IBase { Task<string> RunAsync(CancellationToken token = default); }
            """,
        ["a base that gives bodies to its base's members"] = """
            namespace Acme;
            public interface IBase { Task<string> RunAsync(string topic, CancellationToken token = default); string Name { get; } event EventHandler Changed; Task<string> OtherAsync(CancellationToken token = default); }
            public interface IMiddle : IBase
            {
                Task<string> IBase.RunAsync(string topic, CancellationToken token) => OtherAsync(token);
                string IBase.Name => "middle";
                event EventHandler IBase.Changed { add { } remove { } }
            }
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : IMiddle { }
            """,
        ["a base that takes a body away again"] = """
            namespace Acme;
            public interface IBase { Task<string> RunAsync(string topic, CancellationToken token = default); Task<string> KeptAsync(CancellationToken token = default) => null!; }
            public interface IMiddle : IBase { Task<string> IBase.RunAsync(string topic, CancellationToken token) => null!; }
            public interface IAgain : IMiddle { abstract Task<string> IBase.RunAsync(string topic, CancellationToken token); abstract Task<string> IBase.KeptAsync(CancellationToken token); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : IAgain { }
            """,
        ["a member that hides its base's"] = """
            namespace Acme;
            public interface IBase { Task<string> RunAsync(string topic, CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : IBase { new Task<int> RunAsync(string topic, CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBody : IBase { new Task<string> RunAsync(string topic, CancellationToken token = default) => null!; }
            """,
    };

    private static Dictionary<string, string> Names => new()
    {
        ["keywords"] = """
            namespace @namespace.@class { public static partial class @static {
                [FetchHiveDeployment("brief", "production")]
                public partial interface @interface
                {
                    Task<@string> @return(@string @object, string @class, int? @int, [Metadata] @struct @null, [Metadata] int @new, [User] string? @in, CancellationToken @default = default);
                    Task<AcceptedRun<@string>> @void([CallbackUrl] Uri @out, CancellationToken @ref = default);
                }
                public sealed record @string(int @if, @enum? @else, List<@string>? @while);
                public struct @struct { public string? @true { get; set; } public @enum @false { get; set; } }
                public enum @enum { @for, @foreach }
            } }
            """,
        ["contextual keywords"] = """
            namespace record.required.file.field.global.await { public static partial class @partial { public partial struct @scoped {
                [FetchHiveDeployment("brief", "production")]
                public partial interface @file
                {
                    Task<@record> async(@required var, string from, string? not, int? and, bool or, string when, string where, string select, string @yield, string @await, [Metadata] @field dynamic,
                        string value, string get, string set, string add, string nameof, string _, string __, string partial, string record, string unmanaged, string nint, string global, CancellationToken file = default);
                    Task<AcceptedRun<List<@record>>> with([CallbackUrl] Uri init, CancellationToken on = default);
                }
                public sealed record @record(int with, @var? field, List<@record>? var);
                public struct @required { public string? field { get; set; } public @var? value { get; set; } }
                public enum @var { async, await }
                public readonly record struct @field(string record, int? required, string? extension);
            } } }
            """,
        ["unicode"] = """
            namespace Straße.日本 { public partial class Größe<T> { public partial interface Ωmega { } } public partial class Größe {
                [FetchHiveDeployment("résumé-日本", "prod‑ü")]
                public partial interface IÄußerung { Task<Añswer> Läuft(string thème, int? größe, [Metadata] string región, CancellationToken τέλος = default); Task<AcceptedRun<Añswer>> ΈναAsync([CallbackUrl] Uri url, CancellationToken token = default); }
                public sealed record Añswer(string Têxt, string 名前);
            } }
            """,
        ["parameters of the names that generated code uses"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<Answer> RunAsync(int request, int? writer, string client, string _client, string Names, string Inputs, Answer Outputs, string Deployment, string builder,
                    int? requestValue, int? writerValue, int? asTextValue, string StartCallback, string IBriefImplementation, string item, string element, string pair, string value, CancellationToken cancellationToken = default);
                Task<Answer> MoreAsync([Metadata] Dictionary<string, string?> request, [Metadata] int? pair, [Metadata] int? pairValue, [Metadata] Caller? caller, string? callerValue, [User] string writer, CancellationToken Name);
                Task<AcceptedRun<Answer>> StartAsync([CallbackUrl] Uri request, Answer writer, CancellationToken Deployment2 = default);
                Task<string> writerAsync(int? x, int? xValue, int? xValue2, CancellationToken token = default);
            }
            public sealed record Answer(string Text, Inputs? Inputs);
            public sealed record Inputs(Outputs? Outputs);
            public sealed record Outputs(string? Names, Options? Options, Resolver? Resolver);
            public sealed record Options(string? Names);
            public sealed record Resolver(string? Names);
            public readonly record struct Caller(string request_id);
            """,
        ["types of the names that generated code uses"] = """
            namespace Acme;
            public class IBriefImplementation { }
            public class IBriefFetchHiveExtensions { }
            public class IBriefImplementation2 { }
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            """,
        ["parameters whose locals would have the names of generated members"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string> RunAsync(FooValue foo, [Metadata] int? WriteFoo, CancellationToken token = default);
                Task<string> PlayAsync(Tone tone, [Metadata] int? TextOfTo, [Metadata] int? Write, CancellationToken token = default);
            }
            public record FooValue(int A);
            public record Value(int A);
            public enum Tone { Warm, Dry }
            """,
        ["generated members would have the name of their class"] = """
            namespace Acme
            {
                [FetchHiveDeployment("brief", "production")]
                public partial interface WriteBrief { Task<string> RunAsync(BriefImplementation brief, CancellationToken token = default); }
                public record BriefImplementation(int A);
            }
            namespace Acme.Texts
            {
                [FetchHiveDeployment("brief", "production")]
                public partial interface TextOfBrief
                {
                    Task<string> RunAsync(BriefImplementation brief, CancellationToken token = default);
                }
                public enum BriefImplementation { One, Two }
            }
            namespace Acme.Setters
            {
                public partial class Outer
                {
                    [FetchHiveDeployment("brief", "production")]
                    public partial interface SetFoo_ { Task<Foo> RunAsync(CancellationToken token = default); }
                }
                public class Foo { public int Implementation { get; init; } }
            }
            """,
        ["interfaces named like each other's clients"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBriefImplementation { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IBriefImplementationImplementation { Task<string> RunAsync(CancellationToken token = default); }
            """,
        ["interfaces named like generated members"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")] public partial interface Create { Task<string> Add(CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface StartCallback { Task<AcceptedRun<string>> Start([CallbackUrl] Uri url, CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface I { Task<string> I(CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface Id { Task<string> Id(CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface _ { Task<string> _(CancellationToken token = default); }
            """,
        ["with and without the I"] = """
            namespace Acme;
            [FetchHiveDeployment("a", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment("b", "p")] public partial interface Brief { Task<string> RunAsync(CancellationToken token = default); }
            """,
        ["names that differ by case only"] = """
            namespace Acme { [FetchHiveDeployment("a", "p")] public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment("b", "p")] public partial interface Ibrief { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment("c", "p")] public partial interface ibrief { Task<string> RunAsync(CancellationToken token = default); } }
            namespace acme { [FetchHiveDeployment("d", "p")] public partial interface IBRIEF { Task<string> RunAsync(CancellationToken token = default); } }
            """,
        ["names with odd letters in them"] = """
            [FetchHiveDeployment("quote\" back\\slash {brace} <tag> & ]]> */ // \r\n\t\0 \u0001 \u2028 \ud83d\ude00 $", "\uffffx")]
            public partial interface IBrief { Task<string> RunAsync([Input("in \"put\" \\ <&> \n.")] string topic, [Metadata("{0} \u2028.")] int id, [Input("\ud83d\ude00")] int face, CancellationToken token = default); }
            """,
        ["the user's own members win"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                static IBrief Create(FetchHiveClient client) => throw new NotSupportedException();
                static CallbackContract<string>? StartCallback => null;
                Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<string>> OtherAsync([CallbackUrl] Uri url, CancellationToken token = default);
            }
            [FetchHiveDeployment("brief", "production")]
            public partial interface IOverloads
            {
                static IOverloads Create() => throw new NotSupportedException();
                static IOverloads Create(string name) => throw new NotSupportedException();
                static IOverloads Create(FetchHiveClient client, string name) => throw new NotSupportedException();
                static T Create<T>(FetchHiveClient client) => throw new NotSupportedException();
                Task<string> Create(int words, CancellationToken token = default);
            }
            [FetchHiveDeployment("brief", "production")]
            public partial interface IType { class Create { } enum StartCallback { } Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            """,
        ["arguments of the attribute"] = """
            namespace Acme;
            public static class Names { public const string Brief = "brief"; public const string Full = $"{Brief}-{nameof(IOne)}"; }
            [FetchHiveDeployment(Names.Brief, Names.Full)] public partial interface IOne { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment(variant: "production", deployment: nameof(ITwo))] public partial interface ITwo { Task<string> RunAsync(CancellationToken token = default); }
            [FetchHiveDeployment(@"verbatim ""x"" too", "a" + "b", Naming = (NamingRule)2, JsonContext = null)] public partial interface IThree { Task<string> RunAsync(string MaxWords, CancellationToken token = default); }
            [global::FetchHive.FetchHiveDeploymentAttribute("a", "b")] public partial interface IFour { Task<string> RunAsync([InputAttribute(nameof(topic))] string topic, CancellationToken token = default); }
            """,
    };
}
