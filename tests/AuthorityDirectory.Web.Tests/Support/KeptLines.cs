using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Keeps what an application logs.</summary>
public sealed class KeptLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => _lines;

    /// <summary>Raised after a line was kept.</summary>
    public event Action<string>? Said;

    public ILogger CreateLogger(string categoryName) => new Kept(Keep);

    public void Dispose()
    {
    }

    private void Keep(LogLevel level, string text)
    {
        _lines.Enqueue((level, text));
        Said?.Invoke(text);
    }

    private sealed class Kept(Action<LogLevel, string> keep) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            keep(logLevel, $"{formatter(state, exception)} {exception?.Message}");
    }
}
