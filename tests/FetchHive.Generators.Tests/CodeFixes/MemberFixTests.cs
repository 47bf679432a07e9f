using System.Threading.Tasks;
using FetchHive.Generators.CodeFixes;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>The fixes that let the output set a member, or that replace another serializer's attribute.</summary>
public class MemberFixTests
{
    [Theory]
    [InlineData("public List<string> Names { get; } = new();", "public List<string> Names { get; init; } = new();")]
    [InlineData("public string? Name { get; private set; }", "public string? Name { get; set; }")]
    [InlineData("public string? Name { get; internal init; } // kept", "public string? Name { get; init; } // kept")]
    public Task A_member_becomes_settable(string member, string fixedMember) =>
    Fixes<AddInitFix>.VerifyAsync(Output(member, isMarked: true), Output(fixedMember));

    [Fact]
    public Task A_field_has_no_fix() => Fixes<AddInitFix>.VerifyNotOfferedAsync(Output("public string? Name;", isMarked: true));

    [Theory]
    [InlineData("[IgnoreDataMember] public string? Note { get; set; }", "[IgnoreDataMember][JsonIgnore] public string? Note { get; set; }")]
    [InlineData("[DataMember(Name = \"the_note\")] public string? Note { get; set; }",
        "[DataMember(Name = \"the_note\")][JsonPropertyName(\"the_note\")] public string? Note { get; set; }")]
    public Task The_attribute_of_the_other_serializer_is_repeated_for_this_one(string member, string fixedMember) =>
        Fixes<FollowOtherSerializerFix>.VerifyAsync(Input(member, isMarked: true), Input(fixedMember));

    [Fact]
    public Task A_member_of_an_enum_has_no_fix() => Fixes<FollowOtherSerializerFix>.VerifyNotOfferedAsync(
        Input("public Tone Tone { get; set; }", isMarked: true) + "\npublic enum Tone { [EnumMember(Value = \"very-dry\")] Dry }");

    private static string Output(string member, bool isMarked = false) => $$"""
        using System.Collections.Generic;

        public class Report
        {
            public string? Title { get; set; }
            {{member}}
        }

        [FetchHiveDeployment("a", "b")]
        public partial interface IReports { {{(isMarked ? "{|FH4012:Task<Report>|}" : "Task<Report>")}} RunAsync(string topic, CancellationToken token = default); }
        """;

    private static string Input(string member, bool isMarked = false) => $$"""
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;

        public class Customer
        {
            public string? Name { get; set; }
            {{member}}
        }

        [FetchHiveDeployment("a", "b")]
        public partial interface ILetters { Task<string> RunAsync({{(isMarked ? "{|FH2016:Customer|} customer" : "Customer customer")}}, CancellationToken token = default); }
        """;
}
