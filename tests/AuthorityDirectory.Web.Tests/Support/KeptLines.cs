using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Keeps what an application logs.</summary>
public sealed class KeptLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Kept(_lines);

    public void Dispose()
    {
    }

    private sealed class Kept(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception?.Message}"));
    }
}
