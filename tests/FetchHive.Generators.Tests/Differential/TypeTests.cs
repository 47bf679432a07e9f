using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Types that are each unusual in one way. They are sent and read as System.Text.Json does it, or a rule refuses them.</summary>
public sealed class TypeTests
{
    [Fact]
    public Task Members_of_bases_are_as_System_Text_Json_has_them() => Differences.AssertNoneAsync(HierarchyCases.All);

    [Fact]
    public Task Objects_are_made_as_System_Text_Json_makes_them() => Differences.AssertNoneAsync(ConstructorCases.All);

    [Fact]
    public Task Collections_are_as_System_Text_Json_has_them() => Differences.AssertNoneAsync(CollectionCases.All);

    [Fact]
    public Task Attributes_mean_what_they_mean_to_System_Text_Json() => Differences.AssertNoneAsync(AttributeCases.All);
}
