import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["dist/", "dist-test/", "node_modules/"] },
    ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["src/**/*.ts", "test/**/*.ts"] })),
    {
        files: ["src/**/*.ts", "test/**/*.ts"],
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            // node:test's own promises are awaited by its runner
            "@typescript-eslint/no-floating-promises": [
                "error",
                { allowForKnownSafeCalls: [{ from: "package", name: ["test"], package: "node:test" }] },
            ],
        },
    },
    {
        rules: { "max-lines": ["error", 200], "max-lines-per-function": ["error", 50], complexity: ["error", 8] },
    },
);
