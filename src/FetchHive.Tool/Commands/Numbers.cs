using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FetchHive.Tool.Commands;

/// <summary>Whole numbers on the command line, within a range.</summary>
internal static class Numbers
{
    /// <summary>An option that takes a number.</summary>
    public static Option<int> Option(string name, string description, int value, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => value,
        CustomParser = argument => Parse(argument, name, least, most),
    };

    private static int Parse(ArgumentResult argument, string name, int least, int most)
    {
        string text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        argument.AddError($"{name} '{text}': write a whole number from {least} to {most}.");
        return least;
    }
}
