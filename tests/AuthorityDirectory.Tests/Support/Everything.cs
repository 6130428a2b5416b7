using System.Reflection;
using System.Text;

namespace AuthorityDirectory.Tests.Support;

/// <summary>Every text that can be reached from an object, through whatever fields.</summary>
public static class Everything
{
    public static IReadOnlyCollection<string> TextIn(object root)
    {
        var (texts, seen, ahead) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<object>(ReferenceEqualityComparer.Instance), new Stack<object>([root]));
        while (ahead.TryPop(out var item))
        {
            if (item is string text)
            {
                texts.Add(text);
            }
            else if (item is byte[] bytes)
            {
                texts.Add(Encoding.UTF8.GetString(bytes));
            }
            else if (item is not Type && !item.GetType().IsPrimitive && (item.GetType().IsValueType || seen.Add(item)))
            {
                Inside(item).ToList().ForEach(ahead.Push);
            }
        }

        return texts;
    }

    private static IEnumerable<object> Inside(object item) =>
        item is Array array ? array.Cast<object?>().OfType<object>()
        : Ancestry(item.GetType())
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.FieldType.IsPointer)
            .Select(field => field.GetValue(item)).OfType<object>();

    private static IEnumerable<Type> Ancestry(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
