using FetchHive.Tool.Inputs;

namespace FetchHive.Tool.Tables;

/// <summary>A row of a table.</summary>
/// <param name="number">Its number, from 1: the header and empty rows aren't counted.</param>
/// <param name="line">The line of the file in which it begins, from 1.</param>
/// <param name="problem">What is wrong with the row as a whole; <see langword="null"/> when nothing is.</param>
internal abstract class TableRow(long number, long line, string? problem)
{
    public long Number => number;

    public long Line => line;

    public string? Problem => problem;

    /// <summary>Reads a cell as a value of an input.</summary>
    public abstract InputValue Read(int column, SnippetInput input);

    /// <summary>A cell as text; empty when there is none.</summary>
    public abstract string TextOf(int column);
}
