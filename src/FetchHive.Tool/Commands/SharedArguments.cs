using System.CommandLine;

namespace FetchHive.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class SharedArguments
{
    public static Argument<string> Snippet() => new("snippet")
    {
        Description = "The snippet's file, such as brief.fetchhive.sh. Its ending may be left out.",
    };

    public static Argument<string> Folder() => new("folder")
    {
        Description = "The folder. Default: the current one.",
        DefaultValueFactory = _ => ".",
    };

    public static Option<string[]> Input(string description) => new("--input", "-i")
    {
        Description = description,
        HelpName = "name=value",
    };
}
