using System.Runtime.CompilerServices;
using System.Text;

namespace AuthorityDirectory.CodeLists;

/// <summary>A closed list of the field: each member of <typeparamref name="T"/> with the short code that files, addresses and the ledger use.</summary>
/// <typeparam name="T">The enumeration; its member names are what the API shows.</typeparam>
/// <remarks>A code is the member's name in kebab case (<c>AssetRecovery</c> is <c>asset-recovery</c>) unless the field has a shorter one. Codes are stored and never change.</remarks>
public sealed class CodeList<T> where T : struct, Enum
{
    private readonly string[] _names = Enum.GetNames<T>();
    private readonly string[] _codes;

    internal CodeList(params ReadOnlySpan<(T Value, string Code)> shortened)
    {
        All = Enum.GetValues<T>();
        _codes = Array.ConvertAll(_names, Kebab);
        foreach (var (value, code) in shortened)
        {
            _codes[Number(value)] = code;
        }
    }

    /// <summary>Every member, in the order in which the field lists them.</summary>
    public IReadOnlyList<T> All { get; }

    /// <summary>Every short code, in the same order.</summary>
    public IEnumerable<string> Codes => _codes;

    /// <summary>The short code of a member.</summary>
    public string CodeOf(T value) => _codes[Number(value)];

    /// <summary>The member with this short code or this name; null when there is none.</summary>
    /// <param name="text">A short code in its exact case, or the member's name.</param>
    public T? Parse(string? text)
    {
        var number = Array.IndexOf(_codes, text);
        number = number < 0 ? Array.IndexOf(_names, text) : number;
        return number < 0 ? null : All[number];
    }

    /// <summary>The key of the member's label in the resource files: the list's name, an underscore, the member's name.</summary>
    public string LabelKey(T value) => $"{typeof(T).Name}_{value}";

    /// <summary>Members are numbered from 0 without gaps.</summary>
    /// <remarks>Arrays by number, and not dictionaries by member, because each dictionary of another enumeration costs milliseconds at start.</remarks>
    private static int Number(T value) => Unsafe.As<T, int>(ref value);

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
