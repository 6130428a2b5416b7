using System.Text;

namespace AuthorityDirectory.CodeLists;

/// <summary>A closed list of the field: each member of <typeparamref name="T"/> with the short code that files, addresses and the ledger use.</summary>
/// <typeparam name="T">The enumeration; its member names are what the API shows.</typeparam>
/// <remarks>A code is the member's name in kebab case (<c>AssetRecovery</c> is <c>asset-recovery</c>) unless the field has a shorter one. Codes are stored and never change.</remarks>
public sealed class CodeList<T> where T : struct, Enum
{
    private readonly string _name = typeof(T).Name;
    private readonly Dictionary<T, string> _codes = [];
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    internal CodeList(params ReadOnlySpan<(T Value, string Code)> shortened)
    {
        All = Enum.GetValues<T>();
        foreach (var value in All)
        {
            _codes[value] = Kebab(value.ToString());
        }

        foreach (var (value, code) in shortened)
        {
            _codes[value] = code;
        }

        foreach (var (value, code) in _codes)
        {
            _values.Add(code, value);
        }
    }

    /// <summary>Every member, in the order in which the field lists them.</summary>
    public IReadOnlyList<T> All { get; }

    /// <summary>Every short code, in the same order.</summary>
    public IEnumerable<string> Codes => All.Select(CodeOf);

    /// <summary>The short code of a member.</summary>
    public string CodeOf(T value) => _codes[value];

    /// <summary>The member with this short code or this name; null when there is none.</summary>
    /// <param name="text">A short code in its exact case, or the member's name.</param>
    public T? Parse(string? text) =>
        text is null ? null
        : _values.TryGetValue(text, out var value) ? value
        : Enum.TryParse(text, out value) && value.ToString() == text ? value
        : null;

    /// <summary>The key of the member's label in the resource files: the list's name, an underscore, the member's name.</summary>
    public string LabelKey(T value) => $"{_name}_{value}";

    private static string Kebab(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
