using System.Collections.Generic;

using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Strangers;

/// <summary>Other people's projects. Each is right, and its clients must be complete and compile without a warning.</summary>
internal static partial class Strangers
{
    public const string Usings = """
        using System; using System.Collections.Generic; using System.Diagnostics.CodeAnalysis; using System.Runtime.CompilerServices; using System.Runtime.InteropServices;
        using System.Text.Json; using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks; using FetchHive;

        """;

    public static IReadOnlyDictionary<string, Stranger> All { get; } = new Dictionary<string, Stranger>
    {
        ["members that are obsolete as an error"] = new("""
            public class Old
            {
                [Obsolete("gone", true)] public string? Legacy { get; set; }
                [Obsolete("gone", true)] public int Init { get; init; }
                [Obsolete("gone", true), JsonInclude] public int Field;
                public string? Accessors { [Obsolete("gone", true)] get; [Obsolete("gone", true, DiagnosticId = "ACME1")] set; }
                public virtual int Overridden { get; [Obsolete("gone", true)] set; }
            }
            public class Newer : Old { public override int Overridden { set { } } }
            public class Made { [Obsolete("gone", true)] public Made(string a) { A = a; } public string A { get; } }
            public class Many : List<int> { [Obsolete("gone", true)] public Many() { } }
            public struct Labels { [Obsolete("gone", true)] public int A { get; set; } public Kind Kind { get; set; } }
            public enum Kind { A, [Obsolete("gone", true)] B, [Obsolete("gone", DiagnosticId = "ACME2")] C }
            [FetchHiveDeployment("d", "v")]
            public partial interface IBrief
            {
                Task<Newer> RunAsync(Newer old, Kind kind, Dictionary<Kind, Kind[]> kinds, [Metadata] Labels labels, CancellationToken token = default);
                Task<Made> MakeAsync(CancellationToken token = default);
                Task<Many> ListAsync(Kind? kind, CancellationToken token = default);
            }
            """),
        ["types that are obsolete as an error"] = new("""
            [Obsolete("gone", true)] public class Gone { public int A { get; set; } }
            [Obsolete("gone", true)] public class GoneList : List<Gone> { }
            public class Page<T> { public T? Item { get; set; } public class Inner { public int X { get; set; } } }
            public class Holder
            {
                [Obsolete] public Gone? A { get; set; }
                [Obsolete] public Page<Gone>? B { get; set; }
                [Obsolete] public Page<Gone>.Inner? C { get; set; }
                [Obsolete] public Dictionary<string, Gone[]>? D { get; set; }
                [Obsolete] public GoneList? E { get; set; }
            }
            [FetchHiveDeployment("d", "v")] public partial interface IHolder { Task<Holder> RunAsync(Holder holder, CancellationToken token = default); }
            [FetchHiveDeployment("d", "v")]
            public partial interface ISome
            {
                [Obsolete("gone", true)] Task<Gone> RunAsync(Gone x, CancellationToken token = default);
                [Obsolete("gone", true, DiagnosticId = "ACME1", UrlFormat = "https://acme.example/{0}")] Task<AcceptedRun<Gone>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task<int> NewAsync(CancellationToken token = default);
            }
            [Obsolete("gone", true), FetchHiveDeployment("d", "v")]
            public partial interface IAll { Task<Gone> RunAsync(Gone x, CancellationToken token = default); Task<AcceptedRun<Gone>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            [Obsolete(null, true)]
            public static partial class Outer { [FetchHiveDeployment("d", "v")] public partial interface IIn { Task<Gone> RunAsync(CancellationToken token = default); } }
            [Obsolete] public interface IBase { Task<AcceptedRun<Gone>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            #pragma warning disable CS0612
            [FetchHiveDeployment("d", "v")] public partial interface IDerived : IBase { }
            """),
        ["what is experimental, or obsolete with an id, everywhere"] = new("""
            [Experimental("EXP001")] public class Type { public string? A { get; set; } }
            public class Members { [Experimental("EXP002")] public string? A { get; set; } public string? B { [Experimental("EXP003")] get; [Experimental("EXP004")] set; } }
            public class Constructor { [Experimental("EXP005")] public Constructor() { } public string? A { get; set; } }
            public enum Value { A, [Experimental("EXP006")] B }
            [Experimental("EXP007")] public enum Enum { A }
            public class Generic<T> { public int V { get; set; } }
            [Obsolete("x", DiagnosticId = "OBS01")] public class Old { public string? A { get; set; } }
            public class Outer { [Experimental("EXP008")] public class Inner { public string? A { get; set; } } }
            [Experimental("EXP009")] public class Outer2 { public class Inner { public string? A { get; set; } } }
            public class Accessors { public string? B { [Obsolete("x", DiagnosticId = "OBS02")] get; [Obsolete("x", DiagnosticId = "OBS03")] set; } }
            public class Marked { [Obsolete("x", DiagnosticId = "OBS04"), JsonConstructor] public Marked(string a) { A = a; } public string A { get; } }
            public class Init { public string? B { get; [Experimental("EXP010")] init; } }
            [Experimental("EXP011")] public interface IBase { Task RunBase(string x); }
            [Experimental("EXP012")] public class Base { public string? Q { get; set; } }
            public class Overridden { public virtual int A { [Experimental("EXP015")] get; set; } }
            public class Overriding : Overridden { public override int A { get => 1; } }
            #pragma warning disable EXP001, EXP007, EXP008, EXP009, OBS01, EXP011, EXP012, EXP013
            public class Derived : Base { public string? Z { get; set; } }
            [Experimental("EXP013")] public class Many : List<string> { }
            [FetchHiveDeployment("d", "v")]
            public partial interface IBrief : IBase
            {
                Task<Type> A1(Type x); Task<Members> A2(Members x); Task<Constructor> A3(); Task<Value> A4(Value x); Task<Enum> A5(Enum x); Task<Generic<Type[]>> A6(Generic<Type> x);
                Task<Old> A7(Old x); Task<Outer.Inner> A8(Outer.Inner x); Task<Outer2.Inner> A9(Outer2.Inner x); Task<Accessors> A10(Accessors x); Task<Marked> A11();
                Task<Init> A12(Init x); Task<Derived> A13(Derived x); Task A14([Metadata] Members m); Task A15([Metadata] Accessors m); Task<Overriding> A20(Overriding x);
                [Experimental("EXP014")] Task A16(string x); [Obsolete("o", DiagnosticId = "OBS05")] Task A17(string x);
                Task<Dictionary<Value, List<Type?>>> A18(Dictionary<Value, Type[]> x); Task<Many> A19(Many x);
            }
            """),
        ["assemblies and modules that are experimental"] = new(
            """
            #pragma warning disable ASM1, MOD1
            [FetchHiveDeployment("d", "v")] public partial interface IBrief : Lib.IBase { Task<Lib2.Dto> GoAsync(Lib2.Dto x, CancellationToken token = default); }
            """,
            ("Lib", [], """[assembly: Experimental("ASM1")] namespace Lib { public class Dto { public int A { get; set; } } public """
                + """interface IBase { Task<Dto> RunAsync(Dto x, CancellationToken token = default); } }"""),
            ("Lib2", [], """[module: Experimental("MOD1")] namespace Lib2 { public class Dto { public int A { get; set; } } }""")),
        ["generic bases"] = new("""
            public interface IRun<TIn, TOut>
            {
                Task<TOut> RunAsync(TIn x, CancellationToken c = default);
                ValueTask<WorkflowRun<TOut>> RunWithIdAsync(TIn x, CancellationToken c = default);
                Task<TOut[]> ManyAsync(List<TIn> x, CancellationToken c = default);
                Task<AcceptedRun<TOut>> StartAsync(TIn x, [CallbackUrl] Uri url, CancellationToken c = default);
            }
            public class Profile { public string Name { get; set; } = ""; }
            [FetchHiveDeployment("d", "v")] public partial interface I1 : IRun<string, Profile> { }
            [FetchHiveDeployment("d", "v")] public partial interface I2 : IRun<int, string> { }
            [FetchHiveDeployment("d", "v")] public partial interface I3 : IRun<Profile, int?> { }
            [FetchHiveDeployment("d", "v")] public partial interface I4 : IRun<string[], List<Profile>> { }
            #nullable enable
            [FetchHiveDeployment("d", "v")] public partial interface I5 : IRun<string?, Profile?> { }
            public interface IOn<T> { Task<T> GoAsync(T x, T? y, CancellationToken c = default); }
            #nullable disable
            [FetchHiveDeployment("d", "v")] public partial interface I6 : IOn<string> { Task<AcceptedRun<List<string>>> StartAsync([CallbackUrl] Uri url, CancellationToken c = default); }
            #nullable enable annotations
            [FetchHiveDeployment("d", "v")] public partial interface I7 : IOn<string?>, IRun<int, string> { }
            #nullable disable
            #nullable enable warnings
            [FetchHiveDeployment("d", "v")] public partial interface I8 : IOn<string[]>, IRun<int, string[]> { }
            #nullable restore
            """),
        ["generic bases from a project without annotations"] = new(
            """
            [FetchHiveDeployment("d", "v")] public partial interface I1 : Lib.IOff<string, string> { }
            [FetchHiveDeployment("d", "v")] public partial interface I2 : Lib.IOn<string, List<string>> { }
            [FetchHiveDeployment("d", "v")] public partial interface I3 : Lib.IOff2 { }
            """,
            ("Lib", [], """
            namespace Lib
            {
            #nullable disable
                public interface IOff<TIn, TOut> { Task<TOut> RunAsync(TIn x, List<TIn> y, CancellationToken c = default); Task<AcceptedRun<TOut>> StartAsync([CallbackUrl] Uri url, CancellationToken c = default); }
                public interface IOff2 : IOn<string, string[]> { Task<string> OffAsync(string x, CancellationToken c = default); }
            #nullable enable
                public interface IOn<TIn, TOut> { Task<TOut> RunAsync(TIn x, TIn? y, CancellationToken c = default); Task<TOut?> MaybeAsync(CancellationToken c = default); }
            }
            """)),
        ["types that only an alias reaches"] = new(
            """
            extern alias LA;
            extern alias @class;
            [FetchHiveDeployment("d", "v")] public partial interface IOld { Task<string> RunAsync(LA::Shared.Dto x, CancellationToken c = default); }
            [FetchHiveDeployment("d", "v")] public partial interface IBoth { Task<LA::Shared.Dto> RunAsync(@class::Shared.Dto x, Dictionary<string, LA::Shared.Dto[]> y, CancellationToken c = default); }
            [FetchHiveDeployment("d", "v")] public partial interface IInherits : LA::Shared.IBase { }
            [FetchHiveDeployment("d", "v")] public partial interface IOwn { Task<Shared.Dto> RunAsync(Shared.Dto x, [Metadata] @class::Shared.Dto y, CancellationToken c = default); }
            namespace Shared { public class Dto { public int C { get; set; } } }
            """,
            ("SharedA", ["LA"], "namespace Shared { public class Dto { public string? A { get; set; } } public interface IBase { "
                + "Task<Dto> GoAsync(Dto x); } }"),
            ("SharedB", ["class"], "namespace Shared { public class Dto { public int B { get; set; } } }")),
        ["types of one name of which one has an alias too"] = new(
            """
            [FetchHiveDeployment("d", "v")] public partial interface IBrief : Shared.IBase { Task<Shared.Dto> OwnAsync(Shared.Dto x); }
            namespace Shared { public class Dto { public int C { get; set; } } }
            """,
            ("SharedA", ["global", "Other"], "namespace Shared { public class Dto { public string? A { get; set; } } public interface "
                + "IBase { Task<Dto> GoAsync(Dto x); } }")),
        ["a file that two projects compile"] =
            new(Linked, ("Linked", [], """[assembly: InternalsVisibleTo("TestProject")] """ + "\n" + Linked)),
        ["interfaces beside those of a project that lets its tests in"] = new(
            """
            namespace Acme { [FetchHiveDeployment("d", "v")] internal partial interface ITest { Task<Hidden> RunAsync(Hidden x, CancellationToken c = default); } }
            """,
            ("App", [], """
            [assembly: InternalsVisibleTo("TestProject")]
            namespace Acme { internal sealed record Hidden(int A) { public int B { get; init; } } [FetchHiveDeployment("d", "v")] internal partial interface IBrief { Task<Hidden> RunAsync(Hidden x, CancellationToken c = default); } }
            """)),
        ["polyfills of its own"] = new(Polyfills) { Setup = CompilationSetup.Default with { Target = Target.NetStandard20 } },
        ["polyfills that its framework doesn't need"] = new(Polyfills) { Setup = CompilationSetup.Default with { Target = Target.Net8 } },
        ["constants as defaults"] = new(Constants),
        ["keywords as names"] = new(Keywords),
        ["our own names"] = new(OurNames),
        ["places and members"] = new(PlacesAndMembers),
        ["names that are long"] = new(LongNames),
    };
}
