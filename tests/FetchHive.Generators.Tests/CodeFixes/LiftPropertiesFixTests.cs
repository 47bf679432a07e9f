using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.LiftPropertiesFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class LiftPropertiesFixTests
{
    [Theory]
    [InlineData("record Caller(string Id, Address Home)",
        "record Caller(string Id, string HomeStreet, int? HomeNumber, DateOnly HomeSince)")]
    [InlineData("record Caller(string Id, Address? Home = null)",
        "record Caller(string Id, string? HomeStreet = null, int? HomeNumber = null, DateOnly? HomeSince = null)")]
    [InlineData("record Caller(Address Home, Address Work)",
        "record Caller(string HomeStreet, int? HomeNumber, DateOnly HomeSince, string WorkStreet, int? WorkNumber, DateOnly WorkSince)", 2)]
    [InlineData(
        "record Caller(\n    string Id, // who\n    Address Home) // where",
        "record Caller(\n    string Id, // who\n    string HomeStreet,\n    int? HomeNumber,\n    DateOnly HomeSince) // where")]
    [InlineData("record Address2(Address Address)", "record Address2(string AddressStreet, int? AddressNumber, DateOnly AddressSince)")]
    public Task A_positional_parameter_is_replaced_by_the_values(string record, string fixedRecord, int count = 1)
    {
        string name = record.Split(' ', '(')[1];
        string parameter = count == 1 ? "{|FH3002:" + name + "|}" : "{|FH3002:{|FH3002:" + name + "|}|}";
        return Verify.VerifyAsync(
            Source(parameter) + "public " + Semicolon(record), Source(name) + "public " + Semicolon(fixedRecord));
    }

    [Fact]
    public Task A_property_is_replaced_by_the_values() => Verify.VerifyAsync(
        Source("{|FH3002:Caller|}") + """
            public class Caller
            {
                public required string Id { get; set; }

                /// <summary>Where.</summary>
                public Address Home { get; init; } = null!; // always

                public int Age { get; set; }
            }
            """,
        Source("Caller") + """
            public class Caller
            {
                public required string Id { get; set; }

                /// <summary>Where.</summary>
                public string HomeStreet { get; init; } = null!;
                public int? HomeNumber { get; init; }
                public DateOnly HomeSince { get; init; } // always

                public int Age { get; set; }
            }
            """);

    [Theory]
    // The object has more than plain values, is used in its own type, needs a name that is taken, has an attribute, or isn't the user's
    // type.
    [InlineData("public record Caller(string Id, Company Work); public record Company(string Name, Address Home);")]
    [InlineData("public record Caller(string Id, Address Home) { public string Street() => Home.Street; }")]
    [InlineData("public record Caller(string HomeStreet, Address Home);")]
    [InlineData("public record Caller(string Id, [property: System.Text.Json.Serialization.JsonPropertyName(\"h\")] Address Home);")]
    [InlineData("public class Caller { public Address Home { get; set; } = new(\"\", 1, default); }")]
    [InlineData("public record Caller(string Id, System.Text.Json.JsonElement Home);")]
    [InlineData("public record Caller(string Id, Address Home) : IHome; public interface IHome { Address Home { get; } }")]
    public Task Nothing_is_offered_where_the_result_might_not_compile(string types) =>
    Verify.VerifyNotOfferedAsync(Source("{|FH3002:Caller|}") + types);

    private static string Semicolon(string record) => record.Contains(" // where", System.StringComparison.Ordinal)
        ? record.Replace(" // where", "; // where", System.StringComparison.Ordinal)
        : record + ";";

    private static string Source(string parameter) => $$"""
        using System;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task RunAsync([Metadata] {{parameter}} caller, CancellationToken token = default);
        }

        public record Address(string Street, int? Number, DateOnly Since);
        """ + "\n";
}
