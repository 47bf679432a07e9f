using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary>How tables are read, and the messages for tables that don't fit.</summary>
public class TableTests
{
    [Theory]
    [InlineData("topic,companies\r\nBees,[]\r\nWasps,[]\r\n")]
    [InlineData("\uFEFFTopic;Companies;\nBees;[];\n;;\nWasps;[]\n")]
    [InlineData("sep=;\ntopic;companies\nBees;[]\nWasps;[]")]
    [InlineData("topic\tcompanies\n\nBees\t[]\nWasps\t[]\n\n")]
    [InlineData("owner,companies,\" topic \"\n,\"[]\",Bees\n,[],\"Wasps\"\n")]
    public async Task Tables_of_spreadsheets_are_read(string table)
    {
        Assert.Equal(["""{"topic":"Bees","companies":[]}""", """{"topic":"Wasps","companies":[]}"""], await SentAsync("rows.csv", table));
    }

    [Fact]
    public async Task Cells_keep_their_line_breaks_quotes_and_blanks()
    {
        string[] sent = await SentAsync("rows.csv", "topic,companies\n\"One,\r\ntwo \"\"three\"\"\", []\na 5\" screen , []\n");

        Assert.Equal(
            ["""{"topic":"One,\r\ntwo \u0022three\u0022","companies":[]}""", """{"topic":"a 5\u0022 screen ","companies":[]}"""], sent);
    }

    [Fact]
    public async Task A_table_in_UTF16_with_its_mark_is_read()
    {
        using WorkFolder folder = Samples.Folder();
        await File.WriteAllTextAsync(
            folder.FullPath("rows.csv"), "topic,companies\nBienenstöcke,[]\n", Encoding.Unicode, TestContext.Current.CancellationToken);

        Assert.Equal(["""{"topic":"Bienenst\u00F6cke","companies":[]}"""], await SentAsync(folder, "rows.csv"));
    }

    [Fact]
    public async Task Cells_become_the_kind_of_value_that_the_snippet_has_and_empty_ones_are_left_out()
    {
        string[] sent = await SentAsync(
            "rows.csv", "topic,companies,max_words,is_draft\n007,\"[1,{\"\"a\"\":null}]\",1.5e3,TRUE\nx,[],,false\n");

        Assert.Equal(
            [
                """{"topic":"007","companies":[1,{"a":null}],"max_words":1.5e3,"is_draft":true}""",
                """{"topic":"x","companies":[],"is_draft":false}""",
            ],
            sent);
    }

    [Fact]
    public async Task JSON_Lines_are_read_as_they_are()
    {
        string[] sent = await SentAsync(
            "rows.jsonl",
            """
            {"topic": "Bees", "companies": ["A"], "note": 1}

            {"companies": [], "topic": "Wasps", "max_words": 3, "is_draft": null}
            """);

        Assert.Equal(["""{"topic":"Bees","companies":["A"]}""", """{"topic":"Wasps","companies":[],"max_words":3}"""], sent);
    }

    [Fact]
    public async Task Columns_are_mapped_and_values_given_for_all_rows()
    {
        string[] sent = await SentAsync(
            "rows.csv", "Subject = theme,topic,Max Words\nBees,other,7\n", "--map", "topic=Subject = theme", "-i", "companies=[\"A\"]");

        Assert.Equal(["""{"companies":["A"],"topic":"Bees","max_words":7}"""], sent);
    }

    [Fact]
    public async Task If_the_snippet_says_nothing_about_inputs_each_column_is_one()
    {
        using WorkFolder folder = new WorkFolder()
            .Write("brief.fetchhive.sh", """{"deployment": "brief", "variant": "live"}""")
            .Write("brief.fetchhive.output.json", "1")
            .Write("rows.csv", "any,list\nx,\"[1]\"\n");

        Assert.Equal(["""{"any":"x","list":[1]}"""], await SentAsync(folder, "rows.csv"));
    }

    [Fact]
    public async Task Everything_that_does_not_fit_is_reported_before_the_first_call()
    {
        using WorkFolder folder = Samples.Folder().Write(
            "rows.csv",
            """
            id,Companies,companies_,max word,tone,tone
            a,[],x,3,1,2
            ,[],x,3,1,2
            a,[],x,3,1,2
            b,"a,b

            """);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);

        ToolResult result = (await BatchAsync(
            folder, hive, "rows.csv", "--key", "id", "--map", "topc=id", "--map", "is_draft=tone", "--map", "nothing")).Ended(2);

        Assert.Equal(
            """
            error: rows.csv doesn't fit the snippet. Nothing was called.
            --map topc=id: brief.fetchhive.sh has no input 'topc'; did you mean 'topic'?
            --map is_draft=tone: rows.csv has several columns 'tone'; rename all but one.
            --map nothing: write it as input=column, such as --map topic=Subject
            No column is named like the input 'topic': map one with --map topic=…, or give one value for all rows with -i topic=…. rows.csv has 'id', 'Companies', 'companies_', 'max word', 'tone', 'tone'.
            Several columns are named like the input 'companies': 'Companies', 'companies_'. Choose one with --map companies=….
            No column is named 'max_words', but 'max word' is similar: map it with --map "max_words=max word", or rename it.
            rows.csv(3): the key is empty, or longer than 1024 characters; give each row its own key
            rows.csv(4): the key 'a' is also that of line 2; give each row its own key
            rows.csv(5): a quoted cell begins here, or below, and never ends; write a quote in it as ""

            """,
            result.Error,
            ignoreLineEndingDifferences: true);
        Assert.Empty(hive.Requests);
        Assert.False(folder.Has("out.jsonl"));
        Assert.False(folder.Has("out.jsonl.journal"));
    }

    [Fact]
    public async Task Every_cell_that_does_not_fit_is_reported_with_its_line()
    {
        using WorkFolder folder = Samples.Folder().Write(
            "rows.csv",
            """
            topic,companies,max_words,is_draft
            ,"A, B","1.200,5",ja
            "two
            lines","{""a"": 1}",3,true
            x,[],3,true,more
            x,[]

            """);

        ToolResult result = (await folder.RunAsync("batch", "brief", "rows.csv", "--out", "out.jsonl", "--emulator")).Ended(2);

        Assert.Equal(
            """
            error: rows.csv doesn't fit the snippet. Nothing was called.
            rows.csv(2): column 'topic': the cell is empty; give a value, or list 'topic' in '# optional:' of the snippet if a call may leave it out
            rows.csv(2): column 'companies': 'A, B' isn't JSON, but the snippet has an array there, such as ["a", "b"]; the error is in line 1 at byte 1
            rows.csv(2): column 'max_words': '1.200,5' isn't a number; write it as 1200 or 3.5, without thousands separators
            rows.csv(2): column 'is_draft': 'ja' is neither true nor false
            rows.csv(3): column 'companies': '{"a": 1}' is not an array, which the snippet has there, such as ["a", "b"]
            rows.csv(5): it has 5 cells, but the header has 4; put quotes around a cell that contains the separator
            rows.csv(6): it has 2 of 4 cells; keep the separators of cells without a value

            """,
            result.Error,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task The_first_of_very_many_problems_are_reported_and_the_rest_counted()
    {
        using WorkFolder folder = Samples.Folder()
            .Write("rows.csv", "topic,companies\n" + string.Concat(Enumerable.Repeat("x,x\n", 250)));

        ToolResult result = (await folder.RunAsync("batch", "brief", "rows.csv", "--out", "out.jsonl", "--emulator")).Ended(2);

        Assert.Equal(102, result.Error.TrimEnd().Split('\n').Length);
        Assert.EndsWith("… and 150 more like these.\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows.jsonl", "{\"topic\":\n[]\n{\"topic\": 1, \"topic\": 2}\n", "rows.jsonl(1): it isn't JSON; the error is at byte 10")]
    [InlineData("rows.jsonl", "{\"topic\":\n[]\n{\"topic\": 1, \"topic\": 2}\n", "rows.jsonl(2): it isn't a JSON object")]
    [InlineData("rows.jsonl", "{\"topic\":\n[]\n{\"topic\": 1, \"topic\": 2}\n", "rows.jsonl(3): it has a property twice")]
    [InlineData(
        "rows.jsonl",
        "{\"topic\": 1, \"companies\": []}",
        "rows.jsonl(1): column 'topic': it is a number, but the snippet has a text there")]
    [InlineData("rows.json", "[]", "rows.json: a table is CSV or JSON Lines.")]
    [InlineData("rows.xlsx", "PK", "rows.xlsx is a workbook. Save the sheet as 'CSV UTF-8', and use that file.")]
    [InlineData("rows.csv", "", "rows.csv has no header.")]
    [InlineData("rows.csv", "topic,companies\n", "rows.csv has no rows.")]
    [InlineData("rows.csv", "topic,companies\n\"a\"b,[]\n", "rows.csv(2): a quoted cell goes on after its closing quote")]
    public async Task A_bad_table_is_refused(string name, string text, string complaint)
    {
        using WorkFolder folder = Samples.Folder().Write(name, text);

        ToolResult result = (await folder.RunAsync("batch", "brief", name, "--out", "out.jsonl", "--emulator")).Ended(2);

        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_in_another_encoding_is_refused()
    {
        using WorkFolder folder = Samples.Folder();
        await File.WriteAllBytesAsync(
            folder.FullPath("rows.csv"), Encoding.Latin1.GetBytes("topic,companies\nWölfe,[]\n"), TestContext.Current.CancellationToken);

        ToolResult result = (await folder.RunAsync("batch", "brief", "rows.csv", "--out", "out.jsonl", "--emulator")).Ended(2);

        Assert.Equal("error: rows.csv isn't UTF-8. Save the table as 'CSV UTF-8'.\n", result.Error);
    }

    private static async Task<string[]> SentAsync(string name, string table, params string[] more)
    {
        using WorkFolder folder = Samples.Folder();
        await File.WriteAllTextAsync(folder.FullPath(name), table, TestContext.Current.CancellationToken);
        return await SentAsync(folder, name, more);
    }

    /// <summary>The inputs of each call, in the order of the rows.</summary>
    private static async Task<string[]> SentAsync(WorkFolder folder, string name, params string[] more)
    {
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder);
        (await BatchAsync(folder, hive, name, [.. more, "--concurrency", "1"])).Ended(0);
        return [.. hive.Requests.Select(request => request.Inputs!.ToJsonString())];
    }

    private static Task<ToolResult> BatchAsync(WorkFolder folder, FetchHiveEmulator hive, string name, params IEnumerable<string> more) =>
        folder.RunAsync(["batch", "brief", name, "--out", "out.jsonl", "--address", hive.BaseAddress.ToString(), .. more]);
}
