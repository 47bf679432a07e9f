using System;
using System.Collections.Generic;
using System.Linq;

using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Inputs;

/// <summary>Types that can't be sent: the generator neither crashes nor writes code that doesn't compile.</summary>
public sealed class InputRefusalTests
{
    public static TheoryData<string> Refused => new()
    {
        "object", "dynamic", "int[,]", "int[][,]", "(int A, string B)", "System.Tuple<int>", "System.Action", "System.Func<int>",
        "System.IO.Stream", "System.Threading.Tasks.Task<int>",
        "System.Collections.Generic.IAsyncEnumerable<int>", "System.Type", "System.Exception", "nint", "System.Numerics.BigInteger",
        "System.Numerics.Vector3",
        "System.Collections.IEnumerable", "System.Collections.ArrayList", "System.Collections.Hashtable",
        "System.Collections.Generic.Dictionary<Plain, int>",
        "System.Collections.Generic.Dictionary<object, int>", "System.Text.StringBuilder", "System.Globalization.CultureInfo", "IShape",
        "AbstractShape",
        "Converted", "Polymorphic", "WithExtensionData", "WithConvertedMember", "WithTextOfGrade",
        "WithUnknownAttribute", "Clashing", "CustomAttribute",
        "PrivateIncluded", "PrivateGetterIncluded",
        "System.Collections.Generic.List<Converted>", "Holder<Converted>", "Holder<object>", "Holder<Converted?>[]",
        "System.Collections.Generic.Dictionary<string, Converted>",
        "Nest<int>", "Branching<int>", "NestedCollections<int>",
    };

    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        public record Plain(int A);
        public interface IShape { int A { get; } }
        public abstract class AbstractShape { public int A { get; set; } }
        [JsonConverter(typeof(JsonConverter<Converted>))] public record Converted(int A);
        [JsonDerivedType(typeof(Derived), "d")] public class Polymorphic { public int A { get; set; } }
        public class Derived : Polymorphic { }
        public class WithExtensionData { [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } }
        public class WithConvertedMember { [JsonConverter(typeof(JsonConverter<int>))] public int A { get; set; } }
        [JsonConverter(typeof(JsonNumberEnumConverter<Grade>))] public enum Grade { Good, Poor }
        public class WithTextOfGrade { [JsonConverter(typeof(JsonStringEnumConverter<Grade>))] public Grade? A { get; set; } }
        public enum Tone { Warm, Dry }
        public class WithTextOfTone { [JsonConverter(typeof(JsonStringEnumConverter<Tone>))] public Tone? A { get; set; } }
        public class WithUnknownAttribute { [System.Text.Json.Serialization.JsonFuture] public int A { get; set; } }
        public class Clashing { public int MaxWords { get; set; } public int max_words { get; set; } }
        public class SpecialConverterAttribute : JsonConverterAttribute { }
        public class CustomAttribute { [SpecialConverter] public int A { get; set; } }
        public class PrivateIncluded { [JsonInclude] private int A { get; set; } }
        public class PrivateGetterIncluded { [JsonInclude] public int A { private get; set; } }
        public class Holder<T> { public T? Held { get; set; } }
        public class Nest<T> { public Nest<List<T>>? Deeper { get; set; } }
        public class Branching<T> { public Branching<List<T>>? A { get; set; } public Branching<T[]>? B { get; set; } public Branching<T?>? C { get; set; } }
        public class NestedCollections<T> : List<NestedCollections<List<T>>> { }

        namespace System.Text.Json.Serialization { public sealed class JsonFutureAttribute : System.Attribute { } }
        """;

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_type_that_cannot_be_sent_gets_the_throwing_surface(string type)
    {
        GeneratorRun run = Run($"Task RunAsync({type} value, CancellationToken cancellationToken);");

        run.AssertCompiles();
        Assert.Contains("has errors, so it has no client", Assert.Single(run.GeneratedSources).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_type_that_cannot_be_sent_cannot_be_metadata(string type)
    {
        // The properties of an interface or an abstract class are flat, so they can be metadata.
        if (type is "IShape" or "AbstractShape" or "Polymorphic")
        {
            return;
        }

        GeneratorRun run = Run($"Task RunAsync([Metadata] {type} value, CancellationToken cancellationToken);");

        run.AssertCompiles();
        Assert.Contains("has errors, so it has no client", Assert.Single(run.GeneratedSources).Text, StringComparison.Ordinal);
    }

    // The control for the two tests above.
    [Theory]
    [InlineData("int value")]
    [InlineData("Plain value")]
    [InlineData("Holder<Holder<Holder<int>>> value")]
    [InlineData("Holder<Grade> value")]
    [InlineData("WithTextOfTone value")]
    [InlineData("[Metadata] Plain value")]
    [InlineData("[Metadata] IShape value")]
    [InlineData("[Metadata] AbstractShape value")]
    public void A_type_that_can_be_sent_gets_a_client(string parameter)
    {
        GeneratorRun run = Run($"Task RunAsync({parameter}, CancellationToken cancellationToken);");

        run.AssertGeneratedCodeIsClean();
        Assert.DoesNotContain("has errors", Assert.Single(run.GeneratedSources).Text, StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string method) => GeneratorRun.Of<FetchHiveGenerator>(
        new SourceFile("Types.cs", Types),
        new SourceFile(
            "Contract.cs",
            $$"""
            using System.Threading;
            using System.Threading.Tasks;
            using FetchHive;

            [FetchHiveDeployment("d", "v")]
            public partial interface IBrief
            {
                {{method}}
            }
            """));
}
