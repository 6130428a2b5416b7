using System.Diagnostics.CodeAnalysis;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>A property of an owner; null when the owner is null.</summary>
sealed class Read<TOwner, T>(Evaluator<TOwner> owner, Func<TOwner, T?> get) : Evaluator<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = owner.TryGet(out var instance) ? get(instance) : default;
        return value is not null && instance is not null;
    }
}

/// <summary>A property of an owner whose value may be missing; null when the owner is null.</summary>
sealed class ReadNullable<TOwner, T>(Evaluator<TOwner> owner, Func<TOwner, T?> get) : Evaluator<T>
    where T : struct
{
    public override bool TryGet(out T value)
    {
        var read = owner.TryGet(out var instance) ? get(instance) : null;
        value = read.GetValueOrDefault();
        return read.HasValue;
    }
}
