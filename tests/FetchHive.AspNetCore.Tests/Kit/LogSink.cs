using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>Keeps everything that is logged, including exceptions and scopes.</summary>
internal sealed class LogSink : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, int Id, string Text)> _lines = new();

    public IReadOnlyList<string> All => [.. _lines.Select(line => $"{line.Level} {line.Category}[{line.Id}] {line.Text}")];

    public string Text => string.Join('\n', All);

    public bool Has(int id) => _lines.Any(line => line.Id == id && line.Category == "FetchHive.Callbacks");

    public string Line(int id) => _lines.Where(line => line.Id == id
        && line.Category == "FetchHive.Callbacks").Select(line => line.Text).FirstOrDefault() ?? $"no line {id} in:\n{Text}";

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            sink._lines.Enqueue((category, LogLevel.Trace, 0, $"scope {state}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            // A structured log has the values too, even those that the text leaves out.
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : string.Empty;
            sink._lines.Enqueue((category, logLevel, eventId.Id, $"{formatter(state, exception)} {exception} | {values}"));
        }
    }
}
