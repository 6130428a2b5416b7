using AuthorityDirectory.Storage.Journal;

namespace AuthorityDirectory.Storage.Tests.Support;

/// <summary>The moment in which the machine stops.</summary>
public sealed class PowerCutException : Exception;

/// <summary>
/// A folder that keeps for certain only what was synced. Everything else is pending: when the power goes, any beginning of the pending
/// work on each file has reached the disk, and any beginning of the pending names. It can also fail, or stop, at a chosen operation.
/// </summary>
internal sealed class SimulatedDisk : IJournalFolder
{
    private readonly Dictionary<string, Node> _names = [];
    private readonly List<Action<Dictionary<string, Node>>> _pendingNames = [];
    private Dictionary<string, Node> _durableNames = [];
    private int _operation;

    public string Path => "disk";

    /// <summary>Operations so far.</summary>
    public int Operations => _operation;

    /// <summary>What happens instead of, or amid, an operation with this number; it may throw.</summary>
    public Action<int> Before { get; set; } = _ => { };

    public byte[] Content(string name) => [.. _names[name].Bytes];

    public IEnumerable<string> Names => _names.Keys;

    public void Put(string name, byte[] content)
    {
        _names[name] = new Node { Bytes = [.. content], Durable = content };
        _durableNames[name] = _names[name];
    }

    public Stream? OpenRead(string name) => _names.TryGetValue(name, out var node) ? new MemoryStream([.. node.Bytes], writable: false) : null;

    public IJournalFile OpenWrite(string name)
    {
        Before(_operation++);
        if (!_names.TryGetValue(name, out var node))
        {
            node = new Node();
            Rename(names => names[name] = node);
        }

        return new OpenFile(this, node);
    }

    public void Replace(string name, string replaced)
    {
        Before(_operation++);
        Rename(names =>
        {
            if (names.Remove(name, out var node))
            {
                names[replaced] = node;
            }
        });
    }

    public void Sync()
    {
        Before(_operation++);
        _durableNames = new Dictionary<string, Node>(_names);
        _pendingNames.Clear();
    }

    /// <summary>The disk as it is found after the power came back.</summary>
    public SimulatedDisk AfterPowerCut(Random random)
    {
        var found = new SimulatedDisk();
        foreach (var rename in _pendingNames.Take(random.Next(_pendingNames.Count + 1)))
        {
            rename(_durableNames);
        }

        foreach (var (name, node) in _durableNames)
        {
            found.Put(name, node.AfterPowerCut(random));
        }

        return found;
    }

    private void Rename(Action<Dictionary<string, Node>> rename)
    {
        rename(_names);
        _pendingNames.Add(rename);
    }

    private sealed class Node
    {
        public List<byte> Bytes { get; set; } = [];

        public byte[] Durable { get; set; } = [];

        public List<Action<List<byte>, double>> Pending { get; } = [];

        public void Do(Action<List<byte>, double> change, double share)
        {
            change(Bytes, share);
            Pending.Add((bytes, part) => change(bytes, share * part));
        }

        public byte[] AfterPowerCut(Random random)
        {
            List<byte> bytes = [.. Durable];
            var reached = random.Next(Pending.Count + 1);
            foreach (var change in Pending.Take(reached))
            {
                change(bytes, 1);
            }

            Pending.Skip(reached).FirstOrDefault()?.Invoke(bytes, random.NextDouble());
            return [.. bytes];
        }
    }

    private sealed class OpenFile(SimulatedDisk disk, Node node) : IJournalFile
    {
        /// <remarks>A write that fails or is cut off has done a half of its work.</remarks>
        public void Write(ReadOnlySpan<byte> bytes, long at)
        {
            var written = bytes.ToArray();
            Act((content, share) =>
            {
                var part = written[..(int)(written.Length * share)];
                content.RemoveRange((int)at, Math.Min(part.Length, content.Count - (int)at));
                content.InsertRange((int)at, part);
            });
        }

        /// <remarks>A cut is done or not done.</remarks>
        public void Cut(long length) => Act((content, share) =>
        {
            if (share == 1 && content.Count > length)
            {
                content.RemoveRange((int)length, content.Count - (int)length);
            }
        });

        public void Sync()
        {
            disk.Before(disk._operation++);
            node.Durable = [.. node.Bytes];
            node.Pending.Clear();
        }

        public void Dispose()
        {
        }

        private void Act(Action<List<byte>, double> change)
        {
            var share = 0.5;
            try
            {
                disk.Before(disk._operation++);
                share = 1;
            }
            finally
            {
                node.Do(change, share);
            }
        }
    }
}
