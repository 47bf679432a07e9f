using System.Collections.Generic;
using System.Text;

using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Declaring;

/// <summary>
/// Writes the declaration of a deployment from its snippet and the samples of its outputs. A call then sends what the snippet sends. It
/// works on text only, without Roslyn's symbols.
/// </summary>
internal sealed class DeclarationWriter
{
    private const int MaxLineLength = 110;

    private readonly DeclarationOptions _options;
    private readonly Snippet _snippet;
    private readonly SnippetHeader _header;
    private readonly TypeInference _types;
    private readonly ParameterWriter _parameters;

    private DeclarationWriter(Snippet snippet, SnippetHeader header, DeclarationOptions options)
    {
        _snippet = snippet;
        _header = header;
        _options = options;
        _types = new TypeInference(options);
        _parameters = new ParameterWriter(options, ["cancellationToken"]);
    }

    /// <param name="snippet">The snippet.</param>
    /// <param name="header">The comment lines of its file.</param>
    /// <param name="outputs">The samples of outputs, in the files' order.</param>
    /// <param name="options">The place where the declaration is inserted.</param>
    public static DeclarationText Write(
        Snippet snippet, SnippetHeader header, IReadOnlyList<OutputSample> outputs, DeclarationOptions options) =>
        new DeclarationWriter(snippet, header, options).Write(outputs);

    private DeclarationText Write(IReadOnlyList<OutputSample> outputs)
    {
        List<string> parameters = InputParameters(out List<string> last);
        if (_snippet.Metadata is { Properties.Count: > 0 } metadata)
        {
            string type = _types.OfMetadata(metadata).Text;
            parameters.Add($"[{_options.NameOf("FetchHive", "Metadata")}] {type} {_parameters.Free("metadata")}");
        }

        if (_snippet.User is not null)
        {
            parameters.Add($"[{_options.NameOf("FetchHive", "User")}] string {_parameters.Free("user")}");
        }

        string output = OutputType(outputs);
        List<string> methods = [Method("Runs the workflow and waits for its output.", $"<{output}>", "RunAsync", parameters, last)];
        if (_snippet.Callback is { IsEnabled: true })
        {
            string url = $"{_options.NameOf("System", "Uri")} {_parameters.Free("callbackUrl")}";
            List<string> started = [.. parameters, $"[{_options.NameOf("FetchHive", "CallbackUrl")}] {url}"];
            string accepted = $"<{_options.NameOf("FetchHive", "AcceptedRun")}<{output}>>";
            methods.Add(Method("Starts the workflow. Its output comes to the callback URL.", accepted, "StartAsync", started, last));
        }

        List<string> types = [];
        foreach (DeclaredRecord record in _types.Records)
        {
            types.Add(RecordWriter.Write(record, _options));
        }

        string variant = _snippet.Variants[0].Value;
        return new DeclarationText
        {
            Deployment = _snippet.Deployment.Value,
            Variant = variant,
            Summary = $"/// <summary>The deployment <c>{Xml.Escape(_snippet.Deployment.Value)}</c>, variant "
                + $"<c>{Xml.Escape(variant)}</c>.</summary>",
            Methods = methods,
            Types = types,
        };
    }

    /// <summary>
    /// The inputs in the snippet's order. Optional inputs at the end get a default value, and are in <paramref name="last"/>, which comes
    /// after metadata.
    /// </summary>
    private List<string> InputParameters(out List<string> last)
    {
        List<string> parameters = [];
        last = [];
        IReadOnlyList<SnippetProperty> inputs = _snippet.Inputs?.Properties ?? [];
        int required = inputs.Count;
        while (required > 0 && _header.IsOptional(inputs[required - 1].Name))
        {
            required--;
        }

        for (int i = 0; i < inputs.Count; i++)
        {
            TypeText type = _types.OfInput(inputs[i]);
            type = type with { IsNullable = type.IsNullable || _header.IsOptional(inputs[i].Name) };
            string written = _parameters.Input(inputs[i].Name, type);
            (i < required ? parameters : last).Add(i < required ? written : written + " = null");
        }

        return parameters;
    }

    private string OutputType(IReadOnlyList<OutputSample> outputs)
    {
        List<SnippetValue> values = [];
        foreach (OutputSample sample in outputs)
        {
            if (sample.Output is { } value)
            {
                values.Add(value);
            }
        }

        return SnippetShape.OfAll(values) is { } merged ? _types.OfOutput(merged).Written(_options.HasNullable) : "string";
    }

    private string Method(string summary, string result, string name, List<string> parameters, List<string> last)
    {
        List<string> all =
            [.. parameters, .. last, _options.NameOf("System.Threading", "CancellationToken") + " cancellationToken = default"];
        string head = $"{_options.NameOf("System.Threading.Tasks", "Task")}{result} {name}(";
        StringBuilder method = new("/// <summary>" + summary + "</summary>\n");
        string line = head + string.Join(", ", all) + ");";
        if (line.Length <= MaxLineLength && all.Count <= 4)
        {
            return method.Append(line).ToString();
        }

        method.Append(head);
        for (int i = 0; i < all.Count; i++)
        {
            method.Append(i == 0 ? "\n    " : ",\n    ").Append(all[i]);
        }

        return method.Append(");").ToString();
    }
}
