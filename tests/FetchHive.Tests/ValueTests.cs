using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>The small value types, names and attributes.</summary>
public sealed class ValueTests
{
    [Fact]
    public void Metadata_values_are_equal_when_they_are_sent_alike()
    {
        MetadataValue nothing = null;

        Assert.Equal(default, nothing);
        Assert.True(nothing == (string?)null);
        Assert.Equal((MetadataValue)1, (MetadataValue)1UL);
        Assert.Equal(((MetadataValue)1).GetHashCode(), ((MetadataValue)(byte)1).GetHashCode());
        Assert.NotEqual((MetadataValue)1, (MetadataValue)1.0);
        Assert.NotEqual((MetadataValue)1, (MetadataValue)true);
        Assert.NotEqual((MetadataValue)(-1), (MetadataValue)ulong.MaxValue);
        Assert.Equal((MetadataValue)"a", (MetadataValue)"a");
        Assert.True((MetadataValue)"a" != "A");
        Assert.NotEqual((MetadataValue)"null", nothing);
        Assert.Equal((MetadataValue)double.NaN, (MetadataValue)double.NaN);
        Assert.Equal((MetadataValue)1.0m, (MetadataValue)1.00m);
        Assert.Equal(((MetadataValue)1.0m).GetHashCode(), ((MetadataValue)1.00m).GetHashCode());
        Assert.False(nothing.Equals(new object()));
        Assert.Equal(
            ["null", "x", "true", "-1", "18446744073709551615", "0.1", "0.2", "1.10"],
            new MetadataValue[] { null, "x", true, -1, ulong.MaxValue, 0.1f, 0.2, 1.10m }.Select(value => value.ToString()));
    }

    [Fact]
    public void Metadata_takes_scalars_and_nothing_else()
    {
        Type[] sources = [.. typeof(MetadataValue).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == "op_Implicit")
            .Select(method => method.GetParameters()[0].ParameterType)];

        Assert.Equal(
            [typeof(bool), typeof(byte), typeof(decimal), typeof(double), typeof(float), typeof(int), typeof(long), typeof(sbyte),
                typeof(short), typeof(string), typeof(uint), typeof(ulong), typeof(ushort)],
            sources.OrderBy(type => type == typeof(float) ? "Float" : type.Name switch
            {
                "Boolean" => "A",
                "Byte" => "B",
                "Decimal" => "C",
                "Double" => "D",
                "Int32" => "G",
                "Int64" => "H",
                "SByte" => "I",
                "Int16" => "J",
                "String" => "K",
                "UInt32" => "L",
                "UInt64" => "M",
                _ => "N",
            }, StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_status_is_the_services_word()
    {
        Assert.Equal(RunStatus.Completed, new RunStatus("completed"));
        Assert.NotEqual(RunStatus.Completed, new RunStatus("Completed"));
        Assert.Equal("paused", new RunStatus("paused").ToString());
        Assert.Equal(string.Empty, default(RunStatus).ToString());
        Assert.True(RunStatus.Queued != RunStatus.Running);
        Assert.Equal(default(RunStatus).GetHashCode(), default(RunStatus).GetHashCode());
        Assert.Throws<ArgumentException>(() => new RunStatus(""));
    }

    [Theory]
    [InlineData(typeof(int?), "int?")]
    [InlineData(typeof(string[][]), "string[][]")]
    [InlineData(typeof(Dictionary<string, List<Company>>), "Dictionary<string, List<FetchHive.Tests.Kit.Company>>")]
    [InlineData(typeof(Outer<int>.Inner<string>), "FetchHive.Tests.ValueTests.Outer<int>.Inner<string>")]
    [InlineData(typeof(JsonElement), "JsonElement")]
    [InlineData(typeof(Tone), "FetchHive.Tests.Kit.Tone")]
    [InlineData(typeof(int[,]), "int[,]")]
    [InlineData(typeof((int, string)), "ValueTuple<int, string>")]
    public void Types_are_named_as_a_programmer_writes_them(Type type, string name) => Assert.Equal(name, TypeName.Of(type));

    [Fact]
    public void Attributes_can_be_written_in_all_documented_ways()
    {
        ParameterInfo[] parameters =
            typeof(ValueTests).GetMethod(nameof(Annotated), BindingFlags.NonPublic | BindingFlags.Static)!.GetParameters();

        Assert.Equal("x", parameters[0].GetCustomAttribute<InputAttribute>()!.Name);
        Assert.True(parameters[1].GetCustomAttribute<InputAttribute>()!.AsText);
        Assert.Null(parameters[2].GetCustomAttribute<MetadataAttribute>()!.Key);
        Assert.Equal("key", parameters[3].GetCustomAttribute<MetadataAttribute>()!.Key);
        FetchHiveDeploymentAttribute deployment = typeof(IAnnotated).GetCustomAttribute<FetchHiveDeploymentAttribute>()!;
        Assert.Equal(("d", "v", NamingRule.CamelCase, typeof(BriefJson)),
            (deployment.Deployment, deployment.Variant, deployment.Naming, deployment.JsonContext));
        Assert.Equal(NamingRule.SnakeCase, new FetchHiveDeploymentAttribute("d", "v").Naming);
    }

    [Fact]
    public void Options_for_outputs_follow_the_rule_and_a_contexts_own_choices_win()
    {
        Assert.Same(JsonNamingPolicy.SnakeCaseLower,
            OutputJson.CreateContextOptions(BriefJson.Default, NamingRule.SnakeCase).PropertyNamingPolicy);
        Assert.Same(
            JsonNamingPolicy.CamelCase,
            OutputJson.CreateContextOptions(BriefJson.Default, NamingRule.CamelCase).PropertyNamingPolicy);
        Assert.Null(OutputJson.CreateContextOptions(BriefJson.Default, NamingRule.AsDeclared).PropertyNamingPolicy);
        BriefJson own = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper });
        JsonSerializerOptions options = OutputJson.CreateContextOptions(own, NamingRule.SnakeCase);
        Assert.Same(JsonNamingPolicy.KebabCaseUpper, options.PropertyNamingPolicy);
        Assert.True(options.IsReadOnly);
        Assert.Contains("WORD-COUNT", JsonSerializer.Serialize(new Brief("t", [], 1), OutputJson.GetTypeInfo<Brief>(options)),
            StringComparison.Ordinal);

        JsonSerializerOptions emitted = OutputJson.CreateOptions(
            (System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver)BriefJson.Default, NamingRule.CamelCase);
        Assert.True(emitted.IsReadOnly);
        Assert.True(emitted.RespectNullableAnnotations);
        Assert.True(emitted.RespectRequiredConstructorParameters);
        Assert.Equal(new Brief("t", [], 1).Title,
            JsonSerializer.Deserialize("""{"TITLE":"t","findings":[],"wordCount":"1"}""", OutputJson.GetTypeInfo<Brief>(emitted))!.Title);
    }

    [Fact]
    public void Runs_can_be_made_for_tests()
    {
        Assert.Equal("req_1", new WorkflowRun<int>("req_1", RunStatus.Completed, 1).RequestId);
        Assert.Equal("req_1: queued", new AcceptedRun<int>("req_1", RunStatus.Queued, "whs_secret").ToString());
    }

    [FetchHiveDeployment("d", "v", Naming = NamingRule.CamelCase, JsonContext = typeof(BriefJson))]
    internal interface IAnnotated;

    private static void Annotated([Input("x")] int a, [Input(AsText = true)] int b, [Metadata] int c, [Metadata("key")] int d,
        [CallbackUrl] Uri e, [User] string f) =>
        _ = (a, b, c, d, e, f);

    private static class Outer<T>
    {
        public sealed class Inner<TOther>
        {
            public T? First { get; set; }

            public TOther? Second { get; set; }
        }
    }
}
