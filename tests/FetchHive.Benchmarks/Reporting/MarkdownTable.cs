using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FetchHive.Benchmarks.Reporting;

internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    public MarkdownTable(params string[] columns)
    {
        Row(columns);
        for (int i = 0; i < columns.Length; i++)
        {
            _text.Append(i == 0 ? "| --- |" : " ---: |");
        }

        _text.Append('\n');
    }

    public MarkdownTable Row(params IEnumerable<string> cells)
    {
        _text.Append('|');
        foreach (string cell in cells)
        {
            _text.Append(' ').Append(cell).Append(" |");
        }

        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:N0} ns"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1000:N1} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:N1} ms"),
    };

    public static string Milliseconds(double nanoseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:N1} ms");

    public static string Bytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} B");

    public static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:N2} x");
}
