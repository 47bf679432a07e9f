using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Reads a request body into a snippet, as documented at <c>api-reference/invoke-workflow</c>.</summary>
internal sealed class SnippetBodyReader(SnippetHeader header)
{
    // The documentation's placeholders for names.
    private const string SampleDeployment = "YOUR_DEPLOYMENT_NAME";
    private const string SampleVariant = "YOUR_VARIANT_NAME";

    /// <summary>The first problem found; <see langword="null"/> if there is none yet.</summary>
    public SnippetProblem? Problem { get; private set; }

    /// <returns>The snippet; <see langword="null"/> if the body can't be read.</returns>
    public Snippet? Read(SnippetValue body)
    {
        if (body.Kind != SnippetKind.Object)
        {
            return Fail(body.Span, "the body is " + NameOf(body.Kind) + ", but an object with deployment, variant and inputs is expected");
        }

        SnippetName? deployment = NameIn(body, "deployment");
        SnippetName? variant = NameIn(body, "variant");
        SnippetName? user = TextOf(body, "user");
        SnippetValue? inputs = ObjectOf(body, "inputs");
        SnippetValue? metadata = ObjectOf(body, "metadata");
        SnippetCallback? callback = CallbackOf(body);
        if (Problem is not null)
        {
            return null;
        }

        if (deployment is null)
        {
            return Fail(body.Span with { Length = 1 }, WithoutDeployment(body));
        }

        List<SnippetName> variants = VariantsOf(variant);
        if (variants.Count == 0)
        {
            return Fail(
                body.Span with { Length = 1 },
                "the body has no \"variant\"; choose one in the dialog, or write '# variants: …' above the snippet");
        }

        CheckNames(deployment.Value, variants);
        CheckMetadata(metadata);
        if (Problem is not null)
        {
            return null;
        }

        // This reports a problem, but the snippet can be used.
        CheckOptional(inputs);
        return new Snippet
        {
            Deployment = deployment.Value,
            Variants = variants,
            Inputs = inputs is { Properties.Count: > 0 } ? inputs : null,
            Metadata = metadata is { Properties.Count: > 0 } ? metadata : null,
            Callback = callback,
            User = user,
            Body = body,
        };
    }

    private static string WithoutDeployment(SnippetValue body) =>
        body.Find("agent") is not null ? "this is the body of an agent's call, but the snippet of a workflow's deployment is expected"
        : body.Find("endpoint") is not null ? "the body has \"endpoint\", the old name of \"deployment\"; copy the dialog's snippet again"
        : body.Find("run_status") is not null || body.Find("event_type") is not null
            ? "this is a response or a callback of the service; save it as <name>.fetchhive.output.json, and the snippet here"
        : body.Find("inputs") is not null && body.Find("variant") is null
            ? "the body has no \"deployment\", like that of a webhook trigger; copy the snippet of the API invocation"
        : "the body has no \"deployment\"; " + Complaints.Expected;

    private List<SnippetName> VariantsOf(SnippetName? own)
    {
        List<SnippetName> variants = [];
        HashSet<string> known = [];
        if (own is { } name)
        {
            variants.Add(name);
            known.Add(name.Value);
        }

        foreach (SnippetName more in header.Variants)
        {
            if (known.Add(more.Value))
            {
                variants.Add(more);
            }
        }

        return variants;
    }

    private void CheckNames(SnippetName deployment, List<SnippetName> variants)
    {
        if (deployment.Value == SampleDeployment)
        {
            Fail(
                deployment.Span,
                $"{SampleDeployment} is the documentation's placeholder; copy the snippet from the dialog of your deployment");
        }

        foreach (SnippetName variant in variants)
        {
            if (variant.Value == SampleVariant)
            {
                Fail(
                    variant.Span,
                    $"{SampleVariant} is the documentation's placeholder; copy the snippet from the dialog of your deployment");
            }
        }
    }

    /// <summary>The service refuses nested metadata (documented).</summary>
    private void CheckMetadata(SnippetValue? metadata)
    {
        foreach (SnippetProperty property in metadata?.Properties ?? [])
        {
            if (property.Value.Kind is SnippetKind.Array or SnippetKind.Object)
            {
                Fail(
                    property.Value.Span,
                    $"metadata must be flat, but \"{Complaints.Shorten(property.Name)}\" is {NameOf(property.Value.Kind)}, "
                    + "which the service refuses");
            }
        }
    }

    /// <summary>An optional input that isn't in the sample is misspelt, or the workflow no longer has it.</summary>
    private void CheckOptional(SnippetValue? inputs)
    {
        if (inputs is not { Properties.Count: > 0 })
        {
            return;
        }

        List<string> names = [];
        foreach (SnippetProperty property in inputs.Properties)
        {
            names.Add(property.Name);
        }

        HashSet<string> known = [.. names];
        foreach (SnippetName name in header.Optional)
        {
            if (!known.Contains(name.Value))
            {
                Fail(
                    name.Span,
                    $"the snippet has no input \"{Complaints.Shorten(name.Value)}\" that could be optional; "
                    + $"it has {Complaints.List(names)}");
                return;
            }
        }
    }

    private SnippetCallback? CallbackOf(SnippetValue body)
    {
        if (ObjectOf(body, "async") is not { } settings)
        {
            return null;
        }

        SnippetValue? enabled = settings.Find("enabled")?.Value;
        if (enabled is not null && enabled.Kind != SnippetKind.Boolean)
        {
            Fail(enabled.Span, "\"enabled\" must be true or false, not " + NameOf(enabled.Kind));
        }

        SnippetName? url = TextOf(settings, "callback_url");
        return new SnippetCallback(body.Find("async")!.NameSpan, enabled?.Text == "true", url);
    }

    private SnippetName? NameIn(SnippetValue body, string property)
    {
        SnippetName? name = TextOf(body, property);
        if (name is { } given && given.Value.Trim().Length == 0)
        {
            Fail(given.Span, $"\"{property}\" is empty; copy the dialog's snippet again");
        }

        return name;
    }

    // The text may be empty: the dialog may write an empty callback URL if none was entered.
    private SnippetName? TextOf(SnippetValue owner, string name)
    {
        if (owner.Find(name)?.Value is not { } value || value.Kind == SnippetKind.Null)
        {
            return null;
        }

        if (value.Kind != SnippetKind.Text)
        {
            Fail(value.Span, $"\"{name}\" must be a string, not {NameOf(value.Kind)}");
        }

        return new SnippetName(value.Text, value.Span);
    }

    private SnippetValue? ObjectOf(SnippetValue owner, string name)
    {
        if (owner.Find(name)?.Value is not { } value || value.Kind == SnippetKind.Null)
        {
            return null;
        }

        if (value.Kind != SnippetKind.Object)
        {
            Fail(value.Span, $"\"{name}\" must be an object, not {NameOf(value.Kind)}");
        }

        return value;
    }

    private Snippet? Fail(SnippetSpan span, string message)
    {
        Problem ??= new SnippetProblem(SnippetProblemKind.Unreadable, span, message);
        return null;
    }

    private static string NameOf(SnippetKind kind) => kind switch
    {
        SnippetKind.Text => "a string",
        SnippetKind.Number => "a number",
        SnippetKind.Boolean => "true or false",
        SnippetKind.Array => "an array",
        SnippetKind.Object => "an object",
        _ => "null",
    };
}
