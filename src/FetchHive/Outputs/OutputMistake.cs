namespace FetchHive;

/// <summary>What is wrong with a value that System.Text.Json would accept.</summary>
internal sealed class OutputMistake(string expected, string found, string advice)
{
    private string _path = string.Empty;

    /// <summary>
    /// Where, from the output on: <c>$.companies[0]</c>. Built while the walk returns, so that it costs nothing if all is well.
    /// </summary>
    public string Path => "$" + _path;

    public string Expected => expected;

    /// <summary>What is there, in words; never the value.</summary>
    public string Found => found;

    public string Advice => advice;

    public OutputMistake In(string segment)
    {
        _path = segment + _path;
        return this;
    }
}
