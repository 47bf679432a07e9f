using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Every form of a member with every attribute.</summary>
public sealed class MemberMatrixTests
{
    [Fact]
    public Task Members_of_every_form_with_every_attribute_are_as_System_Text_Json_has_them() =>
        Differences.AssertNoneAsync(MemberMatrix.All());
}
