using System;
using System.Threading.Tasks;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary>What the program does with arguments that don't fit.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("--json", "Required command was not provided.")]
    [InlineData("bath brief", "There is no command 'bath'; did you mean 'batch'?")]
    [InlineData("start", "There is no command 'start'; the commands are run, batch, check, declare, emulate.")]
    [InlineData("run", "Required argument 'snippet' missing for command: 'run'.")]
    [InlineData("run brief --key fhk_1", "Unrecognized command or argument '--key'.\nerror: Unrecognized command or argument 'fhk_1'.")]
    [InlineData("run brief --timeout 10", "--timeout '10': write a number with a unit, such as 500ms, 2s, 10m or 1h; at most 576h.")]
    [InlineData("batch brief t --out o --concurrency 0", "--concurrency '0': write a whole number from 1 to 10000.")]
    [InlineData(
        "batch brief t --out o --again all",
        "Argument 'all' not recognized. Must be one of:\n\t'failed'\n\t'in-doubt'\n\t'changed'")]
    [InlineData("run brief --address here", "--address 'here' isn't an address. Write one such as http://127.0.0.1:8787/v1.")]
    [InlineData("run brief --emulator --address http://127.0.0.1:1/v1", "--emulator and --address can't be combined: use one.")]
    [InlineData("declare brief --interface 1st", "--interface: '1st' isn't a valid name for an interface.")]
    [InlineData("declare brief --namespace a..b", "--namespace: 'a..b' isn't a valid name for a namespace.")]
    public async Task Arguments_that_do_not_fit_end_with_2(string arguments, string complaint)
    {
        using WorkFolder folder = Samples.Folder();

        ToolResult result = (await folder.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Ended(2);

        string first = arguments.Split(' ')[0];
        string command = first is "run" or "batch" or "declare" ? first + " " : "";
        Assert.Equal($"error: {complaint}\n'fetchhive {command}--help' shows how to use it.\n", result.Error);
        Assert.Empty(result.Out);
    }

    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("declare")]
    public async Task Help_goes_to_standard_output(string command)
    {
        using WorkFolder folder = new();

        ToolResult result = (await folder.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Ended(0);

        Assert.Contains("Usage:", result.Out, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Without_arguments_the_help_is_printed()
    {
        using WorkFolder folder = new();

        ToolResult result = (await folder.RunAsync()).Ended(0);

        Assert.Equal((await folder.RunAsync("--help")).Out, result.Out);
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_a_text()
    {
        using WorkFolder folder = Samples.Folder();

        ToolResult result = (await folder.RunAsync("run", "@brief", "--emulator")).Ended(2);

        Assert.Equal("error: There is no snippet @brief. The folder has brief.fetchhive.sh.\n", result.Error);
    }

    [Fact]
    public async Task A_snippet_that_cannot_be_read_is_reported_as_the_compiler_reports_it()
    {
        using WorkFolder folder = new WorkFolder().Write(
            "bad.fetchhive.sh", """curl 'https://api.fetchhive.com/v1/workflow/invoke' -d '{"deployment": }'""");

        ToolResult result = (await folder.RunAsync("run", "bad", "--emulator")).Ended(2);

        Assert.StartsWith("error: bad.fetchhive.sh(1,", result.Error, StringComparison.Ordinal);
        Assert.Contains("): error FH5001: 'bad.fetchhive.sh' can't be read: ", result.Error, StringComparison.Ordinal);
    }
}
