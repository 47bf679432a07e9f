using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

public interface INamingContract
{
    Task RunAsync(
        Naming value, int maxWords, int URLValue, int SHA256Hash, int already_snake, int X, int _leading, int äÖ, int iPhone15Pro,
        [Input("Exact-Name")] int renamed, [Metadata] int invoiceCount, [Metadata("Exact Key")] int key, [Metadata] Naming group,
        CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IDefaultNames : INamingContract;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, Naming = NamingRule.SnakeCase)]
public partial interface ISnakeNames : INamingContract;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, Naming = NamingRule.CamelCase)]
public partial interface ICamelNames : INamingContract;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, Naming = NamingRule.AsDeclared)]
public partial interface IDeclaredNames : INamingContract;

public sealed class Naming
{
    public int FirstValue { get; init; } = 1;

    public int HTMLPage { get; init; } = 2;

    public int IOStream2Go { get; init; } = 3;

    public int under_Score { get; init; } = 4;

    public int ÄRGER { get; init; } = 5;

    [JsonPropertyName("KeptAsItIs")]
    public int Renamed { get; init; } = 6;
}

public sealed class NamingTests(Hive hive) : IClassFixture<Hive>
{
    [Fact]
    public async Task Names_are_in_snake_case_by_default()
    {
        Body body = await BodyAsync(IDefaultNames.Create);

        AssertNames(body, Expected.SnakeCase);
        Assert.Equal(body.Inputs, (await BodyAsync(ISnakeNames.Create)).Inputs);
        Assert.StartsWith("""{"value":{"first_value":1,"html_page":2,"io_stream2_go":3,""", body.Inputs, StringComparison.Ordinal);
        Assert.Contains("\"max_words\":", body.Inputs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_in_camel_case_if_configured() => AssertNames(await BodyAsync(ICamelNames.Create), Expected.CamelCase);

    [Fact]
    public async Task Names_are_as_declared_if_configured() => AssertNames(await BodyAsync(IDeclaredNames.Create), Expected.AsDeclared);

    private static void AssertNames(Body body, JsonSerializerOptions options)
    {
        string Named(string name) => options.PropertyNamingPolicy?.ConvertName(name) ?? name;
        string group = JsonSerializer.Serialize(new Naming(), options);
        Dictionary<string, object> inputs = new() { ["value"] = new Naming() };
        string[] names = ["maxWords", "URLValue", "SHA256Hash", "already_snake", "X", "_leading", "äÖ", "iPhone15Pro"];
        for (int i = 0; i < names.Length; i++)
        {
            inputs.Add(Named(names[i]), i);
        }

        inputs.Add("Exact-Name", 8);

        Assert.Equal(JsonSerializer.Serialize(inputs, options), body.Inputs);
        Assert.Equal($$"""{"{{Named("invoiceCount")}}":9,"Exact Key":10,{{group[1..]}}""", body.Metadata);
    }

    private Task<Body> BodyAsync(Func<FetchHiveClient, INamingContract> create) => hive.BodyOfAsync(
        client => create(client).RunAsync(new Naming(), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, new Naming(), Hive.Token));
}
