using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Architecture.Tests;

/// <summary>A project below <c>src</c>, compiled from its sources as its first target framework sees them.</summary>
internal sealed class SourceProject
{
    private static readonly Dictionary<string, SourceProject> Known = [];

    private static readonly MetadataReference[] Assemblies =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Lazy<RoomPlan> _plan;

    private SourceProject(string file)
    {
        Name = Path.GetFileNameWithoutExtension(file);
        Folder = Path.GetDirectoryName(file)!;
        XDocument project = XDocument.Load(file);
        CSharpParseOptions options = new(LanguageVersion.Preview, preprocessorSymbols: SymbolsOf(FirstTargetOf(project)));
        Compilation = CSharpCompilation.Create(
            Name,
            Sources(Folder).Concat(Linked(project)).Select(path => Parse(path, options)).Append(Friends(project, options)),
            Assemblies.Concat(References(project)),
            // Without nullable annotations: they change no symbol and would double the time.
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        _plan = new Lazy<RoomPlan>(() => RoomPlan.Of(Compilation, RoomOf));
    }

    public string Name { get; }

    public RoomPlan Plan => _plan.Value;

    private string Folder { get; }

    private CSharpCompilation Compilation { get; }

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The rooms of a project, as paths from its folder. The root isn't one of them.</summary>
    public static IEnumerable<string> RoomsOf(string name)
    {
        string folder = FolderOf(name);
        return Sources(folder)
            .Select(path => Path.GetDirectoryName(Path.GetRelativePath(folder, path))!.Replace('\\', '/'))
            .Where(room => room.Length > 0)
            .Distinct();
    }

    public static SourceProject Of(string name)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(name, out SourceProject? project))
            {
                Known[name] = project = new SourceProject(Path.Combine(FolderOf(name), name + ".csproj"));
            }

            return project;
        }
    }

    private static string FolderOf(string name) => Path.Combine(Repository.Root, "src", name);

    private static IEnumerable<string> Sources(string folder) =>
        Repository.FilesIn(folder).Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    // The room as a path from the project's folder; null for a file of another project.
    private string? RoomOf(string path)
    {
        string room = Path.GetDirectoryName(Path.GetRelativePath(Folder, path))!.Replace('\\', '/');
        return room.StartsWith("..", StringComparison.Ordinal) ? null : room.Length == 0 ? Name : room;
    }

    private static SyntaxTree Parse(string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path);

    private static string FirstTargetOf(XDocument project) =>
        project.Descendants().First(element => element.Name.LocalName is "TargetFramework" or "TargetFrameworks").Value.Split(';')[0];

    private static string[] SymbolsOf(string target) => target.StartsWith("netstandard", StringComparison.Ordinal)
        ? ["NETSTANDARD", "NETSTANDARD2_0"]
        : ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"];

    // Files of another project that this one compiles. Binding needs them, but they are in no room of this project.
    private IEnumerable<string> Linked(XDocument project) =>
        from element in project.Descendants("Compile")
        let path = (string?)element.Attribute("Include")
        where path is not null && path.StartsWith("..", StringComparison.Ordinal)
        from file in FilesOf(Path.GetFullPath(Path.Combine(Folder, path)))
        select file;

    private static string[] FilesOf(string path) =>
        path.Contains('*', StringComparison.Ordinal) ? Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)) : [path];

    private IEnumerable<MetadataReference> References(XDocument project) =>
        from element in project.Descendants("ProjectReference")
        where (string?)element.Attribute("ReferenceOutputAssembly") != "false"
        let path = Path.GetFullPath(Path.Combine(Folder, (string)element.Attribute("Include")!))
        from reference in WithWhatItRefersTo(Of(Path.GetFileNameWithoutExtension(path)))
        select reference;

    private static IEnumerable<MetadataReference> WithWhatItRefersTo(SourceProject project) =>
        project.Compilation.References.OfType<CompilationReference>().Append(project.Compilation.ToMetadataReference());

    // The build generates these attributes from the project file.
    private static SyntaxTree Friends(XDocument project, CSharpParseOptions options)
    {
        IEnumerable<string> lines =
            from element in project.Descendants("InternalsVisibleTo")
            select $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{(string?)element.Attribute("Include")}\")]";
        return CSharpSyntaxTree.ParseText(string.Join('\n', lines), options, "Friends.cs");
    }
}
