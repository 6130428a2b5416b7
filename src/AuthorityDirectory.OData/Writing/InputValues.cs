namespace AuthorityDirectory.OData.Writing;

/// <summary>The values that a client gave in one JSON object, all of them checked.</summary>
public class InputValues
{
    readonly IReadOnlyDictionary<InputMember, object> _values;

    internal InputValues(IReadOnlyDictionary<InputMember, object> values) => _values = values;

    private protected InputValues(InputValues values) => _values = values._values;

    /// <summary>The value of a member that has to be given.</summary>
    public T Value<T>(InputMember<T> member) where T : notnull => (T)_values[member];

    /// <summary>The values of a collection; none when it was not given.</summary>
    public IReadOnlyList<T> List<T>(InputMember<IReadOnlyList<T>> member) => Find(member) is { } values ? (IReadOnlyList<T>)values : [];

    internal object? Find(InputMember member) => _values.GetValueOrDefault(member);
}

/// <summary>Reads members that may be missing: values such as numbers and dates.</summary>
public static class OptionalValues
{
    /// <summary>The value; null when it was not given.</summary>
    public static T? OrNull<T>(this InputValues values, InputMember<T> member) where T : struct => (T?)values.Find(member);
}

/// <summary>Reads members that may be missing: texts and complex values.</summary>
public static class OptionalReferences
{
    /// <summary>The value; null when it was not given.</summary>
    public static T? OrNull<T>(this InputValues values, InputMember<T> member) where T : class => (T?)values.Find(member);
}
