using System;

using FetchHive.Generators.Tests.Kit;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Inputs;

/// <summary>The code that writes inputs compiles without warnings at C# 9, on every target.</summary>
public sealed class CleanInputCodeTests
{
    private const string Contract = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme
        {
            public enum Tone : byte {
            #if NET9_0_OR_GREATER
            [JsonStringEnumMemberName("x y")]
            #endif
            A = 1, B, [Obsolete("old")] C }

            [Flags]
            public enum Flags : ulong { None = 0, A = 1, B = 1UL << 63 }

            [JsonConverter(typeof(MoneyConverter))]
            public sealed class Money { }

            public sealed class MoneyConverter : JsonConverter<Money>
            {
                public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new Money();

                public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNullValue();
            }

            [JsonSerializable(typeof(Money))]
            public sealed class AcmeJson : JsonSerializerContext
            {
                public static AcmeJson Default { get; } = new AcmeJson();

                public AcmeJson() : base(null) { }

                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }

            public sealed class Everything
            {
                public string? Text { get; set; }
                public char Char { get; set; }
                public bool Bool { get; set; }
                public sbyte? I8 { get; set; }
                public byte U8 { get; set; }
                public short I16 { get; set; }
                public decimal Decimal { get; set; }
                public float Single { get; set; }
                public double? Double { get; set; }
                [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public byte ByteText { get; set; }
                [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public sbyte SByteText { get; set; }
                [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public ushort[]? UInt16Text { get; set; }
                [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double DoubleText { get; set; }
                [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public float? Named { get; set; }
                public Guid Guid { get; set; }
                public DateTime? Date { get; set; }
                public DateTimeOffset Instant { get; set; }
                public TimeSpan Span { get; set; }
                public Uri? Uri { get; set; }
                public Version Version { get; set; } = new Version();
                public Tone Tone { get; set; }
                public Flags? Flags { get; set; }
                public Money? Money { get; set; }
                public Money Required { get; set; } = new Money();
                public List<Money?> Moneys { get; set; } = new List<Money?>();
                public JsonElement Element { get; set; }
                public JsonNode? Node { get; set; }
                public JsonObject Object { get; set; } = new JsonObject();
                public JsonDocument? Document { get; set; }
                public int[]?[][] Jagged { get; set; } = new int[]?[0][];
                public string?[]? Strings { get; set; }
                public List<List<int?>?> Lists { get; set; } = new List<List<int?>?>();
                public IReadOnlyList<Everything?> Self { get; set; } = new Everything?[0];
                public IEnumerable<KeyValuePair<string, int>>? Pairs { get; set; }
                public ImmutableArray<int> Immutable { get; set; }
                public ImmutableArray<string?>? NullableImmutable { get; set; }
                public ReadOnlyMemory<int> Memory { get; set; }
                public Memory<Everything?> Memories { get; set; }
                public Dictionary<string, Dictionary<Tone, int?>?> Map { get; set; } = new Dictionary<string, Dictionary<Tone, int?>?>();
                public IReadOnlyDictionary<double, string?>? ByNumber { get; set; }
                public Point Point { get; set; }
                public Point? MaybePoint { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SkipNull { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Point? SkipNullPoint { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Point SkipDefault { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public ReadOnlyMemory<int> SkipMemory { get; set; }
                [JsonPropertyName("日本 \"\\")] public int Named2 { get; set; }
                [JsonPropertyName("names")] public int Names { get; set; }
                [JsonPropertyName("equals")] public int Same { get; set; }
            }

            public readonly struct Point
            {
                public int X { get; }
                public List<Point>? Next { get; }
            }

            public sealed class Loose
            {
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? A { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int B { get; set; }
            }

            public interface IGeneric<T>
            {
                Task SendAsync(T? value, CancellationToken cancellationToken);
                Task SendAsync(string text, [Metadata] T value, CancellationToken cancellationToken);
            }

            [FetchHiveDeployment("d", "v", JsonContext = typeof(AcmeJson))]
            public partial interface IEverything : IGeneric<string>, IGeneric<int>, IGeneric<Tone?>
            {
                Task OneAsync(Everything value, Everything? maybe, List<Everything?>? list, ImmutableArray<Everything> array, Money money, Money? maybeMoney, CancellationToken cancellationToken);
                Task TextAsync([Input(AsText = true)] byte a, [Input(AsText = true)] short? b, [Input(AsText = true)] ushort c, [Input(AsText = true)] Flags d, [Input(AsText = true)] double? e, [Input(AsText = true)] Uri? f, CancellationToken cancellationToken);
                Task MetadataAsync([Metadata] Point2 a, [Metadata] Point3? b, [Metadata] Loose c, [Metadata] Loose2? d, [Metadata] Dictionary<string, string?>? e, [Metadata] IEnumerable<KeyValuePair<string, MetadataValue>> f, [Metadata] MetadataValue? g, [Metadata] string? h, [Metadata] Tone? i, CancellationToken cancellationToken);
            }

            public struct Point2 { public int X { get; set; } public Tone? T { get; set; } }
            public struct Point3 { public int X3 { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? S { get; set; } }
            public struct Loose2 { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? A2 { get; set; } }
        }
        """;

    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.Net8)]
    [InlineData(Target.NetStandard20)]
    public void Inputs_are_written_without_warnings(Target target)
    {
        foreach (NullableContextOptions nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
        {
            CompilationSetup setup = new() { Target = target, LanguageVersion = LanguageVersion.CSharp9, Nullable = nullable };
            string source = nullable == NullableContextOptions.Enable ? Contract : "#nullable enable annotations\n" + Contract;
            GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, new SourceFile("Contract.cs", source));

            run.AssertGeneratedCodeIsClean();
            Assert.DoesNotContain("has errors", Assert.Single(run.GeneratedSources).Text, StringComparison.Ordinal);
        }
    }
}
