using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Reading;

public sealed record LongNames(int MaxWordCount, string HTMLPage, int X1Y2, int already_snake)
{
    public string? ISOCode2 { get; init; }
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadSnakeCase
{
    Task<LongNames> Names(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, Naming = NamingRule.CamelCase)]
public partial interface IReadCamelCase
{
    Task<LongNames> Names(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, Naming = NamingRule.AsDeclared)]
public partial interface IReadAsDeclared
{
    Task<LongNames> Names(CancellationToken cancellationToken);
}

public sealed class NamingTests : HiveTests
{
    private static readonly string[] Documents =
    [
        """{"max_word_count":1,"html_page":"a","x1_y2":2,"already_snake":3,"iso_code2":"b"}""",
        """{"max_word_count":1,"html_page":"a","x1_y2":2,"x1y2":2,"already_snake":3,"iso_code2":"b"}""",
        """{"maxWordCount":1,"htmlPage":"a","x1Y2":2,"already_snake":3,"isoCode2":"b"}""",
        """{"MaxWordCount":1,"HTMLPage":"a","X1Y2":2,"already_snake":3,"ISOCode2":"b"}""",
        """{"MAXWORDCOUNT":1,"htmlpage":"a","x1y2":2,"ALREADY_SNAKE":3,"isocode2":"b"}""",
    ];

    [Fact]
    public async Task Snake_case_names_are_those_of_System_Text_Json()
    {
        Comparison same = new(Hive);
        await same.Add(IReadSnakeCase.Create(Hive.Client).Names, Documents);
        same.AssertSame();
    }

    [Fact]
    public async Task Camel_case_names_are_those_of_System_Text_Json()
    {
        Comparison same = new(Hive, NamingRule.CamelCase);
        await same.Add(IReadCamelCase.Create(Hive.Client).Names, Documents);
        same.AssertSame();
    }

    [Fact]
    public async Task Names_as_declared_are_those_of_System_Text_Json()
    {
        Comparison same = new(Hive, NamingRule.AsDeclared);
        await same.Add(IReadAsDeclared.Create(Hive.Client).Names, Documents);
        same.AssertSame();
    }
}
