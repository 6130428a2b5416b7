using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>Primitive values and members of enumerations as the host's code takes them.</summary>
static class ScalarText
{
    /// <summary>The value that a text stands for; null when it stands for none.</summary>
    public static object? Parse<T>(ODataType type, string text) where T : notnull => Domains.Of(type)!.Parse(text) is { } constant ? Read<T>(type, constant) : null;

    /// <summary>A value, from what expressions compute with; null when it is null or too large.</summary>
    public static object? Read<T>(ODataType type, Evaluator computed) where T : notnull => computed switch
    {
        Evaluator<T> same => same.TryGet(out var value) ? value : null,
        Evaluator<int> ordinal when type is EnumType<T> members => ordinal.TryGet(out var member) ? members.ValueOf(member) : null,
        Evaluator<long> whole when typeof(T) == typeof(int) => whole.TryGet(out var number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        Evaluator<string> text when typeof(T) == typeof(Uri) => text.TryGet(out var written) && Uri.TryCreate(written, UriKind.RelativeOrAbsolute, out var uri) ? uri : null,
        _ => null,
    };

    public static RefusalDetail NotAValue(ODataType type, string text) => new(ErrorCode.InvalidValue, (type is EnumType members
        ? Suggestions.Append($"'{Shown(text)}' is not a member of {type}", text, members.Members.Select(member => member.Name))
        : $"'{Shown(text)}' is not a value of {type}, or not one that this service can hold") + ".");

    public static RefusalDetail TooLong(string text, int most) => new(ErrorCode.InvalidValue, $"The text has {text.Length} characters; there may be {most}.");

    /// <summary>As much of a text as an error repeats.</summary>
    public static string Shown(string text)
    {
        const int most = 60;
        return text.Length <= most ? text : text[..most] + "…";
    }
}
