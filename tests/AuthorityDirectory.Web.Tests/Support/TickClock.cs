using System.Collections.Concurrent;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A clock that goes on only when a test says so, and its timers with it.</summary>
public sealed class TickClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Ticking> _timers = [];
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> _repeated = [];
    private DateTimeOffset _now = now;

    /// <summary>Ends when something waits for a moment that comes again and again.</summary>
    public Task RepeatsAsync(TimeSpan period) => Repeated(period).Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <returns>The periods of the timers that rang.</returns>
    public IReadOnlyList<TimeSpan> GoOn(TimeSpan time)
    {
        Ticking[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.IsDue(_now))];
        }

        Array.ForEach(due, timer => timer.Ring());
        return [.. due.Select(timer => timer.Period)];
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Ticking(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        Repeated(period).TrySetResult();
        return timer;
    }

    private TaskCompletionSource Repeated(TimeSpan period) => _repeated.GetOrAdd(period, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed class Ticking(TickClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? _next;

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        /// <summary>Whether it is to ring now; once, however much time has gone by.</summary>
        public bool IsDue(DateTimeOffset now)
        {
            var isDue = _next <= now;
            _next = !isDue ? _next : Period > TimeSpan.Zero ? now + Period : null;
            return isDue;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                (_next, Period) = (dueTime < TimeSpan.Zero ? null : clock._now + dueTime, period);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
