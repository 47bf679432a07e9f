using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// A compiled test assembly, loaded so that its code can be called. The runtime library and the framework come from the test process.
/// Disposing unloads the assembly.
/// </summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly Context _context;

    private LoadedAssembly(Context context, Assembly assembly)
    {
        _context = context;
        Assembly = assembly;
    }

    public Assembly Assembly { get; }

    /// <summary>Loads an assembly, and others that it references.</summary>
    public static LoadedAssembly Load(EmittedLibrary library, params IEnumerable<EmittedLibrary> others)
    {
        Context context = new(others);
        return new LoadedAssembly(context, context.Load(library));
    }

    /// <summary>A type by its full metadata name.</summary>
    public Type Type(string fullName) => Assembly.GetType(fullName) ?? throw new ArgumentException(
        $"There is no type '{fullName}'; there are: {string.Join(", ", Assembly.GetTypes().Select(type => type.FullName))}.",
        nameof(fullName));

    /// <summary>Calls a static method of any accessibility, and returns its result. An exception of the method isn't wrapped.</summary>
    public object? Invoke(string typeName, string methodName, params object?[] arguments)
    {
        MethodInfo method = Type(typeName).GetMethod(methodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new ArgumentException($"'{typeName}' has no static method '{methodName}'.", nameof(methodName));
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    /// <summary>Calls a static method that returns a <c>Task&lt;T&gt;</c> and awaits it.</summary>
    public async Task<T> InvokeAsync<T>(string typeName, string methodName, params object?[] arguments) =>
        await (Task<T>)Invoke(typeName, methodName, arguments)!;

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private sealed class Context(IEnumerable<EmittedLibrary> others) : AssemblyLoadContext("kit", isCollectible: true)
    {
        private readonly Dictionary<string, EmittedLibrary> _others =
            others.ToDictionary(library => library.Name, StringComparer.OrdinalIgnoreCase);

        public Assembly Load(EmittedLibrary library)
        {
            using MemoryStream image = new([.. library.Image]);
            return LoadFromStream(image);
        }

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is { } name && _others.TryGetValue(name, out EmittedLibrary? library) ? Load(library) : null;
    }
}
