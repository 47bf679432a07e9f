namespace FetchHive;

/// <summary>What is wrong with a value that System.Text.Json would accept.</summary>
internal sealed class OutputMistake(string expected, string found, string advice)
{
    private string _path = string.Empty;

    /// <summary>
    /// The path within the output: <c>$.companies[0]</c>. It is built while the walk returns, so it costs nothing if there is no mistake.
    /// </summary>
    public string Path => "$" + _path;

    public string Expected => expected;

    /// <summary>What was found, described for a message; never the value.</summary>
    public string Found => found;

    public string Advice => advice;

    public OutputMistake In(string segment)
    {
        _path = segment + _path;
        return this;
    }
}
