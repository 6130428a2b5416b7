using System.Text;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes a property that <c>$compute</c> defines: with its type, which the model does not tell, where JSON does not show it.</summary>
sealed class ComputedWriter
{
    readonly byte[] _name;
    readonly ValueWriter? _value;
    readonly Meter _meter;

    public ComputedWriter(string name, Operand operand, Meter meter, object view, PayloadStyle style)
    {
        var type = operand.Type is null || style.Level == MetadataLevel.None ? null : PropertyWriter.TypeName(operand.Type, operand.IsCollection);
        _name = Encoding.UTF8.GetBytes($"{(type is null ? "" : $"\"{name}@{style.Prefix}type\":\"#{type}\",")}\"{name}\":");
        _value = Value(operand, view, style);
        _meter = meter;
    }

    public void Write(PayloadBuffer buffer)
    {
        _meter.Step();
        buffer.Raw(_name);
        if (_value?.TryWrite(buffer) != true)
            buffer.Raw("null"u8);
    }

    /// <summary>Collections and complex values are as their getters return them, other values as expressions compute with them.</summary>
    static ValueWriter? Value(Operand operand, object view, PayloadStyle style) => operand switch
    {
        { Type: null } => null,
        { IsCollection: true } => operand.Type.CollectionWriter(operand.Evaluator, view, style, null),
        { Type: PrimitiveType primitive } => PrimitiveTypes.Computed(primitive.Kind).Writer(operand.Evaluator, view, style, null),
        { Type: EnumType members } => new MemberWriter((Evaluator<int>)operand.Evaluator, members),
        _ => operand.Type.Writer(operand.Evaluator, view, style, null),
    };
}
