using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;
using FetchHive.Tool.Files;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Inputs;

/// <summary>The inputs of a snippet, and the values that the user gives for them.</summary>
internal sealed class InputSet
{
    private const int MaxFileLength = 10_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly SnippetOnDisk _snippet;

    public InputSet(SnippetOnDisk snippet)
    {
        _snippet = snippet;
        All = [.. snippet.Inputs.Select(input => new SnippetInput(input.Name, input.Value.Kind, snippet.Header.IsOptional(input.Name)))];
    }

    /// <summary>The inputs in the snippet's order; empty when it has no inputs.</summary>
    public IReadOnlyList<SnippetInput> All { get; }

    /// <summary>The snippet's own sample values.</summary>
    private JsonObject Samples()
    {
        JsonObject samples = [];
        foreach (SnippetProperty input in _snippet.Inputs)
        {
            samples[input.Name] = JsonNode.Parse(input.Value.Json, documentOptions: Lenient);
        }

        return samples;
    }

    /// <summary>The inputs to send: the given values, and the snippet's own for the others.</summary>
    public JsonObject Fill(IReadOnlyDictionary<string, JsonNode?> given)
    {
        JsonObject filled = Samples();
        foreach ((string name, JsonNode? value) in given)
        {
            if (value is null)
            {
                filled.Remove(name);
            }
            else
            {
                filled[name] = value.DeepClone();
            }
        }

        return filled;
    }

    /// <summary>The names of the inputs that aren't given.</summary>
    public IReadOnlyList<string> NotIn(IReadOnlyDictionary<string, JsonNode?> given) =>
        [.. All.Select(input => input.Name).Where(name => !given.ContainsKey(name))];

    /// <summary>Finds an input. If the snippet has no <c>inputs</c>, any name is one.</summary>
    public SnippetInput? Find(string name) =>
        All.FirstOrDefault(input => input.Name == name)
        ?? (_snippet.KnowsInputs ? null : new SnippetInput(name, SnippetKind.None, IsOptional: true));

    /// <summary>Why there is no input with a name, as a sentence.</summary>
    public string WhyUnknown(string name)
    {
        string[] names = [.. All.Select(input => input.Name)];
        string advice = NearNames.Find(name, names) is { } near ? $"did you mean '{near}'?" : $"it has {string.Join(", ", names)}";
        return $"{_snippet.Name.Name} has no input '{name}'; {advice}";
    }

    /// <summary>Reads the values of <c>--inputs</c> and <c>-i</c>. If both name an input, <c>-i</c> wins.</summary>
    /// <param name="file">The path of a file with a JSON object; <see langword="null"/> for none.</param>
    /// <param name="assignments">Texts such as <c>topic=Bees</c>.</param>
    /// <param name="terminal">Formats paths.</param>
    /// <returns>The values by input. <see langword="null"/> leaves the input out.</returns>
    /// <exception cref="CommandException">Some values are wrong. The message lists all mistakes.</exception>
    public Dictionary<string, JsonNode?> Read(string? file, IReadOnlyList<string> assignments, Terminal terminal)
    {
        Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal);
        List<string> problems = [];
        foreach ((string name, JsonNode? node) in file is null ? [] : ReadFile(file, terminal))
        {
            Add(name, input => input.ReadNode(node), file!, values, problems);
        }

        HashSet<string> assigned = new(StringComparer.Ordinal);
        foreach (string assignment in assignments)
        {
            int sign = assignment.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                problems.Add($"-i {assignment}: write it as name=value, such as -i topic=\"Bees\"");
                continue;
            }

            string name = assignment[..sign];
            if (!assigned.Add(name))
            {
                problems.Add($"-i {name}: it is given twice");
                continue;
            }

            Add(name, input => input.ReadText(assignment[(sign + 1)..], isCell: false), "-i", values, problems);
        }

        return problems.Count == 0 ? values : throw new CommandException(string.Join(Environment.NewLine, problems));
    }

    private void Add(
        string name, Func<SnippetInput, InputValue> read, string source, Dictionary<string, JsonNode?> values, List<string> problems)
    {
        if (Find(name) is not { } input)
        {
            problems.Add($"{source}: {WhyUnknown(name)}");
            return;
        }

        InputValue value = read(input);
        if (value.Problem is { } problem)
        {
            problems.Add($"{source} {name}: {problem}");
        }
        else
        {
            values[name] = value.Node;
        }
    }

    private static List<KeyValuePair<string, JsonNode?>> ReadFile(string file, Terminal terminal)
    {
        string text = TextFiles.Read(terminal.FullPath(file), MaxFileLength, terminal);
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) is JsonObject inputs
                ? [.. inputs]
                : throw new CommandException($"{file} is not a JSON object. Write the inputs in it, such as {{\"topic\": \"Bees\"}}.");
        }
        catch (JsonException exception)
        {
            throw new CommandException(
                $"{file}({exception.LineNumber + 1},{exception.BytePositionInLine + 1}): it isn't JSON: {exception.Message}",
                innerException: exception);
        }
        catch (ArgumentException exception)
        {
            throw new CommandException($"{file} has a property twice: {exception.Message}", innerException: exception);
        }
    }
}
