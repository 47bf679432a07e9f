using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Outputs;

/// <summary>Generated code for outputs on each target compiles without warnings and reads the same, except where a test here says
/// otherwise.</summary>
public sealed class OutputTargetTests
{
    private const string Response =
        """{"request_id":"req_1","run_status":"completed","output":{"must":"m","nested":{"title":"t"},"items":"""
        + """["1",2],"map":{"a":[{"x":1,"y":2}]}}}""";

    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.Net8)]
    [InlineData(Target.NetStandard20)]
    public void Code_that_reads_outputs_is_clean(Target target) =>
    Generate(target, Source + (target == Target.NetStandard20 ? "" : ModernSource));

    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.Net8)]
    public async Task An_init_only_property_keeps_its_initial_value_where_an_accessor_can_be_declared(Target target) =>
        Assert.Equal("must=m count=5 note=initial title=t score=0.5 items=1,2 map=1/2", await ReadAsync(target));

    // Without UnsafeAccessor (before .NET 8), an init-only property can only be set at construction, whether the JSON has it or not. If the
    // JSON doesn't have it, it gets its type's default value, as with System.Text.Json's own generator.
    [Fact]
    public async Task An_init_only_property_that_the_JSON_does_not_have_loses_its_initial_value_on_netstandard() =>
        Assert.Equal("must=m count=0 note= title=t score=0 items=1,2 map=1/2", await ReadAsync(Target.NetStandard20));

    private static async Task<string> ReadAsync(Target target)
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive =>
            hive.Deploy("reader", "test", start => start.Returns("ok")), TestHost.CancellationToken);
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
        hive.RespondNext(200, Response);
        using LoadedAssembly assembly = Generate(target, Source).Load();
        return await assembly.InvokeAsync<string>("Acme.Program", "ReadAsync", client);
    }

    private static GeneratorRun Generate(Target target, string source) =>
        GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default with { Target = target }, source).AssertGeneratedCodeIsClean();

    // C# 9, so that it compiles for every target.
    private const string Source = """
        #nullable enable
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Globalization;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        #if NETSTANDARD2_0
        namespace System.Runtime.CompilerServices
        {
            internal static class IsExternalInit { }
        }
        #endif

        namespace Acme
        {
            public enum Tone { Calm,
            #if NET9_0_OR_GREATER
            [JsonStringEnumMemberName("very loud")]
            #endif
            Loud }

            [Flags] public enum Parts : long { None = 0, Left = 1, Right = 2 }

            public sealed class InitOnly
            {
                public string Must { get; set; } = "";
                public int Count { get; init; } = 5;
                public string? Note { get; init; } = "initial";
                public Nested Nested { get; init; } = new Nested("none");
                public List<int> Items { get; init; } = new List<int>();
                public IReadOnlyDictionary<string, Point[]>? Map { get; set; }
            }

            public sealed record Nested(string Title, Tone Tone = Tone.Loud, decimal Price = 1.5m, char Letter = '\'', string Text = "a\"b", double? Ratio = double.NaN)
            {
                public double Score { get; init; } = 0.5;
            }

            public readonly struct Point
            {
                [JsonConstructor]
                public Point(int x, int y) { X = x; Y = y; }
                public int X { get; }
                public int Y { get; }
            }

            public struct Mutable
            {
                public string? Name { get; set; }
                public int Init { get; init; }
                [JsonInclude] public int Field;
                [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
            }

            [JsonNumberHandling(JsonNumberHandling.Strict), JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
            public class Base
            {
                [JsonPropertyName("the \"id\"")] public int Id { get; set; }
                public virtual string Name { get; init; } = "";
                [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public List<int> Items { get; set; } = new List<int>();
                [JsonIgnore] public Action? Ignored { get; set; }
                [JsonRequired] public string Must { get; set; } = "";
                [Obsolete("old")] public int Old { get; set; }
                public int @class { get; init; }
            }

            public sealed class Derived : Base
            {
                public override string Name { get; init; } = "derived";
                public new string Id { get; set; } = "";
                public Derived? Next { get; set; }
            }

            public sealed class Page<T>
            {
                public IReadOnlyList<T> Items { get; init; } = Array.Empty<T>();
                public T? First { get; init; }
                public Page<T>? Next { get; set; }
            }

            public sealed class Everything
            {
                public bool A { get; set; } public char B { get; set; } public sbyte C { get; set; } public byte D { get; set; } public short E { get; set; }
                public ushort F { get; set; } public int G { get; set; } public uint H { get; set; } public long I { get; set; } public ulong J { get; set; }
                public float K { get; set; } public double L { get; set; } public decimal M { get; set; } public string N { get; set; } = ""; public Guid O { get; set; }
                public DateTime P { get; set; } public DateTimeOffset Q { get; set; } public TimeSpan R { get; set; } public Uri? S { get; set; } public Version? T { get; set; }
                public byte[]? U { get; set; } public JsonElement V { get; set; } public JsonNode? W { get; set; } public JsonObject? X { get; set; } public JsonDocument? Y { get; set; }
                public Parts Z { get; set; } public Tone? AA { get; set; } public int? BB { get; set; } public ReadOnlyMemory<byte> CC { get; set; } public Memory<int> DD { get; set; }
                public ImmutableArray<int> EE { get; set; } public IImmutableSet<string>? FF { get; set; } public ConcurrentQueue<int>? GG { get; set; } public Stack<Tone>? HH { get; set; }
                public ObservableCollection<int?>? II { get; set; } public IDictionary<Guid, string?>? JJ { get; set; } public ImmutableSortedDictionary<Tone, int>? KK { get; set; }
                public ISet<int>? LL { get; set; } public int[][]? MM { get; set; } public KeyValuePair<string, Point?> NN { get; set; } public Page<Page<string?>>? OO { get; set; }
            }

            [FetchHiveDeployment("reader", "test")]
            public partial interface IReader
            {
                Task<InitOnly> ReadAsync(CancellationToken cancellationToken);
                Task<Everything?> EverythingAsync(CancellationToken cancellationToken);
                ValueTask<Mutable> MutableAsync(CancellationToken cancellationToken);
                ValueTask<Mutable?> MutableOrNullAsync(CancellationToken cancellationToken);
                Task<WorkflowRun<Derived>> DerivedAsync(CancellationToken cancellationToken);
                Task<AcceptedRun<Page<int>>> StartAsync([CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken);
                Task<ImageOutput> ImageAsync(CancellationToken cancellationToken);
                Task<string?> TextAsync(CancellationToken cancellationToken);
                Task RunAsync(CancellationToken cancellationToken);
            }

            public static class Program
            {
                public static async Task<string> ReadAsync(FetchHiveClient client)
                {
        #if NETSTANDARD2_0
                    IReader reader = client.CreateReader();
        #else
                    IReader reader = IReader.Create(client);
        #endif
                    InitOnly read = await reader.ReadAsync(CancellationToken.None);
                    return string.Format(
                        CultureInfo.InvariantCulture,
                        "must={0} count={1} note={2} title={3} score={4} items={5} map={6}/{7}",
                        read.Must, read.Count, read.Note, read.Nested.Title, read.Nested.Score, string.Join(",", read.Items), read.Map!["a"][0].X, read.Map["a"][0].Y);
                }
            }
        }
        """;

    // On this target no accessor can call the setter, and a context's own generator can't call it either.
    [Theory]
    [InlineData(Target.Net10, false)]
    [InlineData(Target.Net8, false)]
    [InlineData(Target.NetStandard20, true)]
    public async Task A_private_setter_that_is_included_is_refused_where_nothing_can_call_it(Target target, bool isRefused)
    {
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default with { Target = target }, """
            #nullable enable
            using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks; using FetchHive;
            public sealed class Answer { [JsonInclude] public int Count { get; private set; } public string? Text { get; set; } }
            [FetchHiveDeployment("reader", "test")] public partial interface IReader { Task<Answer> ReadAsync(CancellationToken cancellationToken); }
            """);

        List<Diagnostic> errors = await Rules.Findings.ErrorsOfAsync(run.AssertGeneratedCodeIsClean().Output);

        Assert.Equal(isRefused ? ["FH4004"] : [], errors.Select(error => error.Id));
    }

    private const string ModernSource = """

        namespace Acme
        {
            public sealed class RequiredMembers(int bound)
            {
                public required string Name { get; set; }
                public required int? Count { get; init; }
                public int Bound { get; } = bound;
                public Int128 A { get; set; } public UInt128 B { get; set; } public Half C { get; set; } public DateOnly? D { get; set; } public TimeOnly E { get; set; }
            }

            public record struct Pair<T>(T Left, T? Right = default) where T : notnull;

            [FetchHiveDeployment("modern", "test")]
            internal partial interface IModernReader
            {
                Task<RequiredMembers> ReadAsync(CancellationToken cancellationToken);
                Task<Pair<string>[]> PairsAsync(CancellationToken cancellationToken);
                Task<Pair<int>?> PairAsync(CancellationToken cancellationToken);
            }
        }
        """;
}
