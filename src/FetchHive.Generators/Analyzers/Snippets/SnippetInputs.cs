using System.Collections.Generic;

using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>A deployment's inputs according to its snippet: those in its body, and those that its comment lines list as optional.</summary>
internal sealed class SnippetInputs(IndexedFile snippet)
{
    private readonly IReadOnlyList<SnippetProperty> _properties = snippet.File.Snippet!.Inputs?.Properties ?? [];

    /// <summary>The names for a message.</summary>
    public string Names
    {
        get
        {
            List<string> names = [];
            foreach (SnippetProperty property in _properties)
            {
                names.Add(property.Name);
            }

            return string.Join(", ", names);
        }
    }

    /// <summary>The input with its sample value; <see langword="null"/> if the snippet's body doesn't have it.</summary>
    public SnippetProperty? Find(string name) => snippet.File.Snippet!.Inputs?.Find(name);

    /// <summary>Whether the deployment has the input.</summary>
    public bool IsKnown(string name) => Find(name) is not null || snippet.File.Header.IsOptional(name);

    /// <summary>The names of the inputs that aren't sent, in the snippet's order.</summary>
    public List<string> Without(List<string> sent)
    {
        List<string> names = [];
        foreach (SnippetProperty property in _properties)
        {
            if (!sent.Contains(property.Name))
            {
                names.Add(property.Name);
            }
        }

        foreach (SnippetName optional in snippet.File.Header.Optional)
        {
            if (!sent.Contains(optional.Value) && !names.Contains(optional.Value))
            {
                names.Add(optional.Value);
            }
        }

        return names;
    }
}
