using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Where entities live, relative to the service root.</summary>
static class EntityUrl
{
    /// <summary>The canonical path of an entity: in its base set, or of a singleton by its name.</summary>
    public static string Of(EntitySource source, EntityTable table, int row)
    {
        if (source is not EntitySet set)
            return source.Name;
        var key = table.KeyOf(row);
        return $"{set.BaseSet.Name}({(key.Text is null ? key.ToString() : $"'{Uri.EscapeDataString(key.Text.Replace("'", "''", StringComparison.Ordinal))}'")})";
    }

    public static string Of(EntityResource entity) => Of(entity.Source, entity.Table, entity.Row);
}
