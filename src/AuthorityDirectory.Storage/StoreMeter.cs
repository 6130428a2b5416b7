using System.Diagnostics.Metrics;

namespace AuthorityDirectory.Storage;

/// <summary>The numbers that tell how the store is doing.</summary>
public static class StoreMeter
{
    /// <summary>The name under which to listen.</summary>
    public const string Name = "AuthorityDirectory.Storage";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<double> Charges =
        Meter.CreateCounter<double>("directory.store.charge", "{request_unit}", "What the store charged, by operation.");

    private static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("directory.store.retries", "{attempt}", "Attempts to write after the first.");

    internal static void Charge(string operation, double charge) => Charges.Add(charge, new KeyValuePair<string, object?>("operation", operation));

    internal static void Retry() => Retries.Add(1);
}
