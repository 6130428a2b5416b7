using System.Text.Json.Nodes;

namespace AuthorityDirectory.Tool;

/// <summary>A command is not carried out, or what it looked at is broken.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="facts">The same for a program; null for nothing but the message.</param>
internal sealed class RefusedException(string message, JsonObject? facts = null) : Exception(message)
{
    public JsonObject Facts { get; } = facts ?? [];
}
