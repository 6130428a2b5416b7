namespace AuthorityDirectory.OData.Payload;

/// <summary>The properties of entities as JSON, made once for a view: <c>"Name":value,"Name":value</c> for each entity, with the place of each property.</summary>
sealed class FragmentStore
{
    readonly byte[][] _entities;
    readonly int[][] _ends;

    FragmentStore(int count) => (_entities, _ends) = (new byte[count][], new int[count][]);

    /// <summary>Encodes entities, one after another.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="moveTo">Makes the writers write a certain one.</param>
    /// <param name="writers">One for each structural property, in the type's order.</param>
    public static FragmentStore Encode(int count, Action<int> moveTo, IReadOnlyList<PropertyWriter> writers)
    {
        var store = new FragmentStore(count);
        using var buffer = new PayloadBuffer(int.MaxValue);
        for (var row = 0; row < count; row++)
        {
            moveTo(row);
            buffer.Clear();
            store._ends[row] = Encode(buffer, writers);
            store._entities[row] = buffer.Written.ToArray();
        }
        return store;
    }

    /// <summary>All properties of an entity.</summary>
    public ReadOnlySpan<byte> this[int row] => _entities[row];

    /// <summary>One property of an entity.</summary>
    public ReadOnlySpan<byte> this[int row, int property]
    {
        get
        {
            var start = property == 0 ? 0 : _ends[row][property - 1] + 1;
            return _entities[row].AsSpan(start, _ends[row][property] - start);
        }
    }

    static int[] Encode(PayloadBuffer buffer, IReadOnlyList<PropertyWriter> writers)
    {
        var ends = new int[writers.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            if (i > 0)
                buffer.Raw(","u8);
            writers[i].Write(buffer);
            ends[i] = buffer.Length;
        }
        return ends;
    }
}
