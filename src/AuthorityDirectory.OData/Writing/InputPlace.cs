using System.Globalization;

namespace AuthorityDirectory.OData.Writing;

/// <summary>A place in a body, written only when it is told: <c>Changes/0/After</c>.</summary>
sealed class InputPlace
{
    readonly InputPlace? _around;
    readonly string? _name;
    readonly int _index;

    InputPlace(InputPlace? around, string? name, int index) => (_around, _name, _index) = (around, name, index);

    /// <summary>The whole body.</summary>
    public static InputPlace Body { get; } = new(null, null, 0);

    public InputPlace Member(string name) => new(this, name, 0);

    public InputPlace Item(int index) => new(this, null, index);

    /// <inheritdoc/>
    public override string ToString()
    {
        if (_around is null)
            return "";
        var last = _name ?? _index.ToString(CultureInfo.InvariantCulture);
        return _around._around is null ? last : $"{_around}/{last}";
    }
}
