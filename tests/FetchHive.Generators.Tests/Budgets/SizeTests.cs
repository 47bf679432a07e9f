using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Budgets;

/// <summary>How much code a declaration produces. Every program with the declaration compiles, loads and jits this code.</summary>
public sealed class SizeTests
{
    // In characters. Measured when this was written: 3,226, 1,060, 820 and 3,369.
    private const int Interface = 3_600;
    private const int Method = 1_200;
    private const int InputObject = 900;
    private const int OutputObject = 3_700;

    [Fact]
    public void An_interface_with_one_method_stays_within_its_budget() =>
    AssertWithin(Interface, Size("Task<string> RunAsync(string topic);"));

    [Fact]
    public void Another_method_stays_within_its_budget() =>
        AssertWithin(Method, Size(
        "Task<string> RunAsync(string topic); Task<string> AskAsync(string topic, int words, bool isTrial);") - Size(
            "Task<string> RunAsync(string topic);"));

    [Fact]
    public void An_input_object_stays_within_its_budget() =>
        AssertWithin(InputObject, Size("Task<string> RunAsync(Company company);") - Size("Task<string> RunAsync(string company);"));

    [Fact]
    public void An_input_object_is_written_once_however_many_methods_take_it() =>
        AssertWithin(Method, Size("Task<string> RunAsync(Company company); Task<string> AskAsync(Company company);") - Size(
        "Task<string> RunAsync(Company company);"));

    [Fact]
    public void An_output_object_stays_within_its_budget() =>
        AssertWithin(OutputObject, Size("Task<Company> RunAsync(string topic);") - Size("Task<int> RunAsync(string topic);"));

    private static int Size(string methods) => GeneratorRun.Of<FetchHiveGenerator>(new SourceFile("Brief.cs", $$"""
        using System.Threading.Tasks;
        using FetchHive;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief { {{methods}} }

        public sealed record Company(string Name, int Size);
        """)).GeneratedSources.Sum(source => source.Text.Length);

    private static void AssertWithin(int budget, int size) =>
        Assert.True(size <= budget, $"{size} characters of generated code; the budget is {budget}.");
}
