namespace AuthorityDirectory.OData.Syntax;

/// <summary>Keeps the parsing of one query option within its limits: so no recursion, here or later, goes deeper than they allow.</summary>
sealed class NodeCounter(ODataLimits limits)
{
    int _nodes;
    int _depth;

    public void Enter(Location at)
    {
        if (++_depth > limits.MaxExpressionDepth)
            throw at.Exceeds(nameof(limits.MaxExpressionDepth), limits.MaxExpressionDepth);
    }

    public void Leave() => _depth--;

    /// <summary>Refuses a search that is longer than its limit.</summary>
    public void CheckSearch(int length, Location at)
    {
        if (length > limits.MaxSearchLength)
            throw at.Exceeds(nameof(limits.MaxSearchLength), limits.MaxSearchLength);
    }

    public TNode Count<TNode>(TNode node) where TNode : ExpressionSyntax
    {
        Count(node.At);
        return node;
    }

    public void Count(Location at)
    {
        if (++_nodes > limits.MaxNodeCount)
            throw at.Exceeds(nameof(limits.MaxNodeCount), limits.MaxNodeCount);
    }
}
