namespace Graph.Server.Assistants;

/// <summary>A question of an assistant's cannot be answered; the message says what to ask instead.</summary>
internal sealed class AssistantRefusalException(string message) : Exception(message);
