namespace FetchHive.NoReflection.Tests.Differential;

// Types whose names could clash with the names of helpers in the generated code.
public sealed record Leaf(int Value);

public sealed record LeafOrNull(int Value);

public sealed record CreateLeaf(int Value);

public sealed record _Leaf(int Value);

public sealed record PropertiesOfLeaf(int Value);

public sealed record Options(int Value);

public sealed record Resolver(int Value)
{
    public int Init { get; init; }
}

public sealed record Outputs(int Value);
