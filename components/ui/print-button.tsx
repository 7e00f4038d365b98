"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Opens the browser's own print dialog for the page as it is. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
