using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Model;

/// <summary>The primitive types that expressions tell apart.</summary>
enum PrimitiveKind
{
    Boolean,
    Int32,
    Int64,
    Decimal,
    Double,
    String,
    Date,
    DateTimeOffset,
    Duration,
    TimeOfDay,
    Guid,
}

/// <summary>A primitive type of the standard.</summary>
public abstract class PrimitiveType : ODataType
{
    private protected PrimitiveType(PrimitiveKind kind) : base("Edm." + kind, kind.ToString(), null) => Kind = kind;

    internal PrimitiveKind Kind { get; }

    internal bool IsNumber => Kind is >= PrimitiveKind.Int32 and <= PrimitiveKind.Double;

    /// <summary>Whether JSON writes the values without quotes.</summary>
    private protected bool IsBare => Kind is >= PrimitiveKind.Boolean and <= PrimitiveKind.Double;
}

/// <summary>A primitive type as getters return it.</summary>
/// <param name="kind">Which it is.</param>
/// <param name="format">A value as text, as URLs and <c>$value</c> write it.</param>
/// <param name="computable">What expressions compute with, where it is not the value itself.</param>
sealed class PrimitiveType<T>(PrimitiveKind kind, Func<T, string> format, Func<Evaluator<T>, Evaluator>? computable = null) : PrimitiveType(kind)
{
    internal override ElementFactory Elements { get; } = new ElementFactory<T>();

    internal override Evaluator Computable(Evaluator value) => computable is null ? value : computable((Evaluator<T>)value);

    internal override ValueWriter Writer(Evaluator value, object view, PayloadStyle style, Selection? selection) =>
        new PrimitiveWriter<T>((Evaluator<T>)value, this, style);

    internal void Write(PayloadBuffer buffer, T value, PayloadStyle style)
    {
        var text = format(value);
        if (!IsBare || text is "NaN" or "INF" or "-INF" || style.IsIeee754Compatible && Kind is PrimitiveKind.Int64 or PrimitiveKind.Decimal)
            buffer.Text(text);
        else
            buffer.Plain(text);
    }
}
