namespace AuthorityDirectory.OData.Model;

/// <summary>The model or a view contradicts itself: an error of the program, found at start-up or when a view is prepared.</summary>
public sealed class ModelException(string message) : Exception(message);
